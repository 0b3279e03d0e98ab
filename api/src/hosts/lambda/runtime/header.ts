/** A request's headers from API Gateway, which keeps the letter case of names, and sends null if there are none. */
export type Headers = Readonly<Record<string, string>> | null;

/** The value of a header. Names are case-insensitive (RFC 9110, section 5.1). */
export function header(headers: Headers, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers ?? {}).find(([sent]) => sent.toLowerCase() === wanted)?.[1];
}
