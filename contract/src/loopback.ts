/**
 * Whether a host always means this machine, so that nothing sent to it crosses a network. IPv6
 * addresses may be in brackets, as in URLs.
 */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  // Other characters could end the host part of the URL.
  if (!/^[\w.:-]+$/.test(bare)) return false;
  const name = URL.parse(`http://${bare.includes(':') ? `[${bare}]` : bare}`)?.hostname ?? '';
  // ::ffff:127.0.0.0/104 is 127.0.0.0/8 as IPv4-mapped addresses (RFC 4291, section 2.5.5.2).
  return /^(localhost|127(\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]+\])$/.test(name);
}
