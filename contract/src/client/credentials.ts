/**
 * The `Authorization` header of HTTP Basic (RFC 7617), in UTF-8.
 * `user` may contain any character except `:`; `password` may contain any.
 */
export function basicAuthorization(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
