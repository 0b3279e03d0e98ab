import { linkKinds, type ProviderId } from '@immersion-tracker/contract';
import { SHORT_LINK } from './link-pattern.ts';
import { spotify } from './patterns/spotify.ts';
import { tvdb } from './patterns/tvdb.ts';
import { youtube } from './patterns/youtube.ts';

export const PATTERNS = { youtube, spotify, tvdb } satisfies Record<ProviderId, unknown>;

type ReadLink = ReturnType<(typeof PATTERNS)[ProviderId]['read']>;

/** What a link leads to. */
export type Link = Extract<ReadLink, { readonly kind: string }>;

/** `provider` is null if the text is not a link to one of the providers. */
export type Reject =
  | Extract<ReadLink, { readonly reject: string }>
  | { readonly provider: null; readonly reject: LineProblem };

const providers = new Intl.ListFormat('en', { type: 'disjunction' }).format(
  linkKinds.map(({ provider }) => provider.name),
);

export type LineProblem = keyof typeof LINE_STAYS;
const LINE_STAYS = {
  short_link: SHORT_LINK,
  foreign_host: `does not lead to ${providers}, so it is not recorded`,
  not_a_link: 'is not a link: copy one from the address bar or a Share button',
  several_links: 'contains more than one link: put each on a line of its own',
  to_do:
    'is marked as still to do (an empty check box or TODO): once you have watched it, tick the box or keep only the link',
  crossed_out: 'looks crossed out or commented out: if you have watched it, keep only the link',
};

/** Why a line stays in the watched list, and what to do about it; undefined if its link is recorded. */
export function whyItStays(link: Link | Reject): string | undefined {
  if (link.provider === null) return LINE_STAYS[link.reject];
  const words: Readonly<Record<string, string>> = PATTERNS[link.provider].stays;
  return words['kind' in link ? link.kind : link.reject];
}
