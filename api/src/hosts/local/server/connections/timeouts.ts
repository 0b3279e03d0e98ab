/** How long each part of a connection may take, in milliseconds. */
export const TIMEOUTS = {
  /** For the headers, and before them for the first byte and a TLS handshake. Each fits into a few packets. */
  headersMs: 10_000,
  /** For headers and body. The largest body takes this long at 0.8 Mbit/s. */
  requestMs: 60_000,
  /** Without a byte in either direction. Longer than any request takes, so it hits only clients that do not read. */
  stalledMs: 60_000,
  /** Between two requests. Longer than the 60 seconds of proxies, which may be sending while the tracker closes. */
  idleMs: 65_000,
  /** How often Node looks for headers and requests that are late. */
  checkMs: 1000,
  /** For requests in flight when the tracker stops. With the next one and the log's `CLOSE_MS`, less than 5 seconds. */
  graceMs: 3500,
  /** For their answers, once the grace is over. */
  goodbyeMs: 500,
};

export type Timeouts = Readonly<typeof TIMEOUTS>;
