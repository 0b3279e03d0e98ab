/** How long a connection may take, in milliseconds. */
export interface Limits {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly stalledMs: number;
  readonly idleMs: number;
  readonly checkMs: number;
  readonly graceMs: number;
  readonly goodbyeMs: number;
}

export const LIMITS: Limits = {
  /** For the headers, and before them for the first byte and a TLS handshake. Each fits into a few packets. */
  headersMs: 10_000,
  /** For headers and body. The largest body takes that long at 0.8 Mbit/s. */
  requestMs: 60_000,
  /** Without a byte in either direction. Longer than a request works, so it ends only clients that do not read. */
  stalledMs: 60_000,
  /** Between two requests. Proxies close after 60 seconds, which must be first: they might just be sending. */
  idleMs: 65_000,
  /** How often Node looks for headers and requests that are late. */
  checkMs: 1000,
  /** For requests in flight when the tracker stops. With the next, less than the 5 seconds that it promises. */
  graceMs: 4000,
  /** For their answers, once the grace is over. */
  goodbyeMs: 500,
};
