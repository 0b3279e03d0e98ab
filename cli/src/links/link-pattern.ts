/** What a link is of, or why it does not say. Ids are as the provider writes them. */
export type Reading<Kind extends string, Problem extends string> =
  | { readonly kind: Kind; readonly id: string }
  | { readonly reject: Problem };

/** All that is known of the links of one provider. */
interface LinkPattern<Id extends string, Kind extends string, Problem extends string> {
  readonly provider: { readonly id: Id; readonly name: string };
  /** Whether `read` should be asked. */
  readonly matches: (link: URL) => boolean;
  readonly read: (link: URL) => Reading<Kind, Problem>;
  /** Why a line with such a link stays in the watched list. Kinds that are left out are recorded. */
  readonly stays: Readonly<Record<Problem, string> & Partial<Record<Kind, string>>>;
}

export function linkPattern<Id extends string, Kind extends string, Problem extends string>(
  pattern: LinkPattern<Id, Kind, Problem>,
) {
  const { provider, read } = pattern;
  return { ...pattern, read: (link: URL) => ({ provider: provider.id, ...read(link) }) };
}

/** What is wrong with links of several providers, in words. */
export const INVALID_ID = 'has a missing or damaged id: copy the whole link again';
export const SHORT_LINK =
  'is a short link: open it in a browser, then copy the full address from the address bar';

/**
 * The host to compare with those that we know, with its port unless it is the scheme's own.
 * Empty, hence equal to none, for other schemes than http and https, and for user info: in
 * `example.com@example.org` a person reads another host than a browser does.
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
