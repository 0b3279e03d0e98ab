import { randomUUID } from 'node:crypto';
import type { Asker } from '../../terminal/asker.ts';
import { type AnotherClaim, type Verdict, verdictsTo } from '../decide/verdict.ts';
import { entriesOfMoved, entryOf, markOf } from '../journal/entries.ts';
import type { Journal, JournalEntry } from '../journal/journal.ts';
import { type Counts, countKinds } from '../kinds.ts';
import { type Claim, labelOf } from '../plan/claims.ts';
import type { MissingKeys } from '../plan/missing-keys.ts';
import { type NamedShows, nameShows } from './name-shows.ts';
import { recordEpisodes } from './record-episodes.ts';
import { recordSpotify, recordYoutube } from './record-links.ts';
import { recordMovies } from './record-movies.ts';
import { type Rewatch, recordRewatches, rewatchId, timeRewatches } from './record-rewatches.ts';
import type { Refused, Sent } from './send-in-parts.ts';
import type { Recording } from './send-under-bar.ts';

export interface Recorded {
  /** What may go: it is recorded, or the learner says so. */
  readonly done: readonly Claim[];
  readonly added: Counts;
  readonly rewatched: Counts;
  /** What stays. */
  readonly left: readonly Refused<Claim>[];
  readonly shows: NamedShows;
  /** The system's code, if the journal could not be written. */
  readonly journalTrouble: string | undefined;
}

interface Deps extends Omit<Recording, 'source'> {
  readonly asker: Asker;
  readonly journal: Journal;
}

/**
 * Carries out the verdicts, and asks for the TheTVDB ids that are needed. Before anything is sent, the
 * journal notes which record each file and line will stand for, so that a later run knows its own.
 */
export async function record(
  deps: Deps,
  verdicts: readonly Verdict[],
  missing: MissingKeys,
): Promise<Recorded> {
  const recording = { ...deps, source: randomUUID() };
  const rewatches = timeRewatches(verdictsTo('rewatch', verdicts), deps.tracker.now());
  const entries = [
    ...entriesOf(verdicts, rewatches, recording.source),
    ...entriesOfMoved(verdicts, deps.journal.content.entries),
  ];
  const journalTrouble = await deps.journal.update({ entries });

  const fresh = verdictsTo('record', verdicts).map(({ claim }) => claim);
  const { shows, sent } = await recordFresh(recording, fresh, showsIn(verdicts), missing);
  const added = sent.flatMap(({ acknowledged }) => acknowledged);

  const made = new Set(added);
  const again = await recordRewatches(
    recording,
    rewatches.filter(({ another }) => isReady(another, made)),
  );
  const rewatched = again.acknowledged.map(({ another }) => another.claim);
  const removable = verdictsTo('remove', verdicts);
  const others = [...rewatches.map(({ another }) => another), ...removable];
  return {
    done: [
      ...added,
      ...rewatched,
      ...removable.filter((one) => isReady(one, made)).map(({ claim }) => claim),
    ],
    added: countKinds(added),
    rewatched: countKinds(rewatched),
    left: [
      ...verdictsTo('leave', verdicts).map(({ claim, reason }) => stays(claim, reason)),
      ...sent.flatMap(({ refused }) => refused),
      ...again.refused.map((one) => ({ ...one, item: one.item.another.claim })),
      ...others.filter((one) => !isReady(one, made)).map(waits),
    ],
    shows,
    journalTrouble,
  };
}

/** The folders of all shows that the claims are of. */
function showsIn(verdicts: readonly Verdict[]): ReadonlySet<string> {
  return new Set(
    verdicts.flatMap(({ claim }) => (claim.kind === 'episode' ? claim.folder_name : [])),
  );
}

/** Sends what is new, kind by kind; what no key is there for is not sent. */
async function recordFresh(
  deps: Recording & Deps,
  fresh: readonly Claim[],
  here: ReadonlySet<string>,
  missing: MissingKeys,
): Promise<{ shows: NamedShows; sent: Sent<Claim>[] }> {
  const episodes = await recordEpisodes(
    deps,
    fresh.filter((claim) => claim.kind === 'episode'),
  );
  const videos = fresh.filter((claim) => claim.kind === 'youtube_video');
  const youtube = withoutKey(videos, missing.youtube) ?? (await recordYoutube(deps, videos));
  const podcasts = fresh.filter((claim) => claim.kind === 'spotify_episode');
  const spotify = withoutKey(podcasts, missing.spotify) ?? (await recordSpotify(deps, podcasts));
  const shows = await nameShows(deps, here, missing.tvdb);
  const movies = await recordMovies(
    deps,
    fresh.filter((claim) => claim.kind === 'movie'),
    shows.down,
  );
  return { shows, sent: [episodes, youtube, spotify, movies] };
}

function withoutKey(claims: readonly Claim[], reason: string | undefined): Sent<Claim> | undefined {
  if (reason === undefined) return undefined;
  const refused = claims.map((item) => ({ item, reason, providerIsDown: true }));
  return { acknowledged: [], refused };
}

/** What each file and line will stand for, if all goes well. */
function entriesOf(
  verdicts: readonly Verdict[],
  rewatches: readonly Rewatch[],
  source: string,
): JournalEntry[] {
  return [
    ...verdictsTo('record', verdicts).map(({ claim }) => entryOf(claim, claim.record, source)),
    ...rewatches.map((one) => entryOf(one.another.claim, rewatchId(one), source)),
    ...verdictsTo('remove', verdicts).map((one) =>
      'first' in one
        ? entryOf(one.claim, one.first.record, source)
        : entryOf(one.claim, one.recorded.id, markOf(one.recorded)),
    ),
  ];
}

/** Whether the record of another claim is there, which may be one of those that were just added. */
const isReady = (another: AnotherClaim, added: ReadonlySet<Claim>) =>
  !('first' in another) || added.has(another.first);

function stays(item: Claim, reason: string): Refused<Claim> {
  return { item, reason, providerIsDown: false };
}

function waits(another: AnotherClaim): Refused<Claim> {
  const first = 'first' in another ? labelOf(another.first) : '';
  return stays(another.claim, `is the same as ${first}, which is not recorded yet`);
}
