import type { ProviderDescription } from './provider-description.ts';
import { type StandIn, startStandIn } from './start-stand-in.ts';

/** A stand-in that issues bearer tokens. */
export interface TokenIssuer extends StandIn {
  /** Whether a token was issued here, has not expired and is not revoked. */
  acceptsToken(token: string): boolean;
  /** Makes every token issued so far expire. */
  revokeTokens(): void;
}

export interface IssuedTokens {
  /** Adds a token that is valid until just before this time, in milliseconds. */
  add(token: string, expiresAt: number): void;
  accepts(token: string): boolean;
}

/** Starts a stand-in for a provider that issues tokens, and can check them. */
export async function startTokenIssuer(
  now: () => number,
  describe: (tokens: IssuedTokens) => ProviderDescription,
): Promise<TokenIssuer> {
  const expiries = new Map<string, number>();
  const revoked = new Set<string>();
  const accepts = (token: string) => now() < (expiries.get(token) ?? 0) && !revoked.has(token);
  const add = (token: string, expiresAt: number) => expiries.set(token, expiresAt);

  const standIn = await startStandIn(describe({ add, accepts }));
  return {
    ...standIn,
    acceptsToken: accepts,
    revokeTokens() {
      for (const token of expiries.keys()) revoked.add(token);
    },
    reset() {
      standIn.reset();
      revoked.clear();
    },
  };
}

/** The token of a Bearer Authorization header (RFC 6750), or an empty string. */
export function bearerToken(authorization = ''): string {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}
