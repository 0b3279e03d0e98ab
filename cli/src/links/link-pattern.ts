/** What a link leads to, or why that is unknown. Ids are spelled as the provider spells them. */
export type Reading<Kind extends string, Problem extends string> =
  | { readonly kind: Kind; readonly id: string }
  | { readonly reject: Problem };

/** Everything the client knows about the links of one provider. */
interface LinkPattern<Id extends string, Kind extends string, Problem extends string> {
  readonly provider: { readonly id: Id; readonly name: string };
  /** Whether `read` can read this link. */
  readonly matches: (link: URL) => boolean;
  readonly read: (link: URL) => Reading<Kind, Problem>;
  /** Why a line with such a link stays in the watched list. Links of kinds not listed here are recorded. */
  readonly stays: Readonly<Record<Problem, string> & Partial<Record<Kind, string>>>;
}

export function linkPattern<Id extends string, Kind extends string, Problem extends string>(
  pattern: LinkPattern<Id, Kind, Problem>,
) {
  const { provider, read } = pattern;
  return { ...pattern, read: (link: URL) => ({ provider: provider.id, ...read(link) }) };
}

export const INVALID_ID = 'has a missing or damaged id: copy the whole link again';
export const SHORT_LINK =
  'is a short link: open it in a browser, then copy the full address from the address bar';

/**
 * The host of a web link, with its port unless that is the default. Empty, and thus equal to no known
 * host, if the scheme is not http or https, or if there is user info: people read
 * `example.com@example.org` as a link to example.com, but browsers do not.
 */
export function webHost({ protocol, username, password, host }: URL): string {
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? host : '';
}

/**
 * The parts of a path between any number of slashes. They are not percent-decoded: no id needs it, and
 * decoding throws on some input.
 */
export function pathSegments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
