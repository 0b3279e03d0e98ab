import type { ProviderDescription } from './provider-description.ts';
import { type StandIn, startStandIn } from './start-stand-in.ts';

/** A stand-in that issues bearer tokens. */
export interface TokenIssuer extends StandIn {
  /** Whether a token was issued here, has not expired and is not revoked. */
  acceptsToken(token: string): boolean;
  /** Refuses every token issued so far, as if it had expired. */
  revokeTokens(): void;
}

export interface IssuedTokens {
  /** Takes note of a token that is valid up to, not at, this time in milliseconds. */
  add(token: string, expiresAt: number): void;
  accepts(token: string): boolean;
}

/** Starts a stand-in for a provider that issues tokens and may ask for them. */
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

/** The token of an Authorization header of the Bearer scheme (RFC 6750). */
export function bearerToken(authorization = ''): string {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}
