/**
 * Whether a host name leads to the machine itself and to no other, so that nobody else can read what is
 * sent there. IPv6 addresses may stand in brackets, as in URLs.
 */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  // Anything else could end the host within the URL.
  if (!/^[\w.:-]+$/.test(bare)) return false;
  const name = URL.parse(`http://${bare.includes(':') ? `[${bare}]` : bare}`)?.hostname ?? '';
  // ::ffff:127.0.0.0/104 are the IPv4 addresses within IPv6 (RFC 4291, section 2.5.5.2).
  return /^(localhost|127(\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]+\])$/.test(name);
}
