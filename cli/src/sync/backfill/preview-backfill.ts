import {
  endpoints,
  itemKey,
  type KnownLinkKind,
  linkKinds,
  type ResponseOf,
} from '@immersion-tracker/contract';
import { isOfProvider, isRefusal } from '../../tracker/refusal.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import type { Claim, LinkClaim } from '../claims/claims.ts';
import type { Refused } from '../record/send-in-parts.ts';

/** What `--backfill` adds to a sync. */
export interface Backfill {
  readonly kind: KnownLinkKind;
  /** The links that stand for what their podcasts released before. */
  readonly links: readonly LinkClaim[];
  /** What was released before and has no record yet. Known before anything is sent. */
  readonly earlier: readonly {
    readonly kind: KnownLinkKind['id'];
    readonly record: string;
    readonly seconds: number;
  }[];
  /** Links about which the tracker could not say that. */
  readonly refused: readonly Refused<LinkClaim>[];
}

type Episode = ResponseOf<typeof endpoints.previewBackfill>['episodes'][number];

interface Preview {
  readonly links: readonly LinkClaim[];
  readonly episodes: readonly Episode[];
  readonly refused: readonly Refused<LinkClaim>[];
}

/** Asks the tracker what the links of these claims stand for, whether or not they are recorded. */
export async function previewBackfill(
  tracker: Tracker,
  claims: readonly Claim[],
): Promise<Backfill | undefined> {
  const kind = linkKinds.find(({ sync }) => sync.backfills);
  if (kind === undefined) return undefined;
  const ofKind = claims.filter((claim): claim is LinkClaim => claim.kind === kind.id);
  const links = [...new Map(ofKind.map((link) => [link.id, link])).values()];
  const previews: Preview[] = [];
  for (let start = 0; start < links.length; start += kind.sync.idsAtOnce) {
    previews.push(await preview(tracker, links.slice(start, start + kind.sync.idsAtOnce)));
  }
  const linked = new Set(links.map(({ id }) => id));
  const { episodes, ...result } = joinedPreviews(previews);
  const earlier = episodes.filter(({ id, known }) => !known && !linked.has(id));
  const byId = new Map(earlier.map((one) => [one.id, one]));
  return {
    ...result,
    kind,
    earlier: [...byId.values()].map(({ id, duration: seconds }) => {
      return { kind: kind.id, record: itemKey(kind.record, id), seconds };
    }),
  };
}

/** The tracker refuses a request as a whole. Finds the links at fault. */
async function preview(tracker: Tracker, links: readonly LinkClaim[]): Promise<Preview> {
  if (links.length === 0) return { links, episodes: [], refused: [] };
  try {
    const body = { episode_ids: links.map(({ id }) => id) };
    const { episodes } = await tracker.send(endpoints.previewBackfill, body);
    return { links, episodes, refused: [] };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const providerIsDown = isOfProvider(error);
    const unknown = new Set(error.ids.map(String));
    const { bad = [], rest = [] } = Object.groupBy(links, ({ id }) =>
      unknown.has(id) ? 'bad' : 'rest',
    );
    if (links.length === 1 || providerIsDown || rest.length === 0) {
      const refused = links.map((item) => ({ item, reason: error.message, providerIsDown }));
      return { links: [], episodes: [], refused };
    }
    const middle = Math.floor(links.length / 2);
    const parts = bad.length > 0 ? [bad, rest] : [links.slice(0, middle), links.slice(middle)];
    const previews: Preview[] = [];
    for (const part of parts) previews.push(await preview(tracker, part));
    return joinedPreviews(previews);
  }
}

const joinedPreviews = (all: readonly Preview[]): Preview => ({
  links: all.flatMap(({ links }) => links),
  episodes: all.flatMap(({ episodes }) => episodes),
  refused: all.flatMap(({ refused }) => refused),
});
