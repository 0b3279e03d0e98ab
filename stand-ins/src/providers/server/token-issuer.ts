/** The bearer tokens one stand-in has issued. */
export interface IssuedTokens {
  /** Takes note of a token that is valid up to, not at, the time given (milliseconds). */
  add(token: string, expiresAt: number): void;
  /** Whether the token was issued, has not expired and is not revoked. */
  accepts(token: string): boolean;
  /** Refuses every token issued so far. */
  revokeAll(): void;
  /** Takes all revocations back. */
  restoreAll(): void;
}

/** No tokens yet; `now` gives milliseconds. */
export function createIssuedTokens(now: () => number): IssuedTokens {
  const expiries = new Map<string, number>();
  const revoked = new Set<string>();
  return {
    add(token, expiresAt) {
      expiries.set(token, expiresAt);
    },
    accepts(token) {
      const expiresAt = expiries.get(token);
      return expiresAt !== undefined && now() < expiresAt && !revoked.has(token);
    },
    revokeAll() {
      for (const token of expiries.keys()) revoked.add(token);
    },
    restoreAll() {
      revoked.clear();
    },
  };
}

/** The token of an Authorization header of the Bearer scheme (RFC 6750). */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}
