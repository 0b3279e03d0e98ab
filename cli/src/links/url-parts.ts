/**
 * The host to compare with those that we know, with its port unless it is the scheme's own.
 * Empty, hence equal to none, for other schemes than http and https, and for user info: in
 * `youtube.com@example.org` a person reads another host than a browser does.
 */
export function webHost({ protocol, username, password, host }: URL): string {
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? host : '';
}

/**
 * The parts of a path, whatever number of slashes is between and around them. They stay
 * percent-encoded: no id needs that, and decoding fails on some input.
 */
export function pathSegments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
