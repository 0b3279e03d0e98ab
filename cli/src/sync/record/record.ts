import { randomUUID } from 'node:crypto';
import type { Asker } from '../../terminal/prompter.ts';
import { type Claim, labelOf } from '../claims/claims.ts';
import { type Counts, countKinds } from '../claims/kinds.ts';
import { type AnotherClaim, leftBy, type Verdict, verdictsTo } from '../decide/verdict.ts';
import { entriesOfMoved, entryOf, markOf } from '../journal/entries.ts';
import type { Journal, JournalEntry } from '../journal/journal.ts';
import type { MissingKeys } from '../plan/missing-keys.ts';
import { type NamedShows, nameShows } from './name-shows.ts';
import { recordEpisodes } from './record-episodes.ts';
import { recordSpotify, recordYoutube } from './record-fresh.ts';
import { recordMovies } from './record-movies.ts';
import { type Rewatch, recordRewatches, rewatchId, timeRewatches } from './record-rewatches.ts';
import type { Recording } from './recording.ts';
import type { Refused, Sent } from './send-in-parts.ts';

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

  const again = [];
  // Rewatches of existing records go first, so an answer counts even if the run stops at a later question.
  const ofRecords = rewatches.filter(({ another }) => 'recorded' in another);
  again.push(await recordRewatches(recording, ofRecords));
  const fresh = verdictsTo('record', verdicts).map(({ claim }) => claim);
  const { shows, sent } = await recordFresh(recording, fresh, showsIn(verdicts), missing.tvdb);
  const added = sent.flatMap(({ acknowledged }) => acknowledged);

  const made = new Set(added);
  const ofAdded = rewatches.filter(({ another }) => 'first' in another && made.has(another.first));
  again.push(await recordRewatches(recording, ofAdded));
  const rewatched = again.flatMap(({ acknowledged }) => acknowledged.map(ofClaim));
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
      ...leftBy(verdicts),
      ...sent.flatMap(({ refused }) => refused),
      ...again.flatMap(({ refused }) =>
        refused.map((one) => ({ ...one, item: ofClaim(one.item) })),
      ),
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

/** Sends what is new, kind by kind. `noTvdb` says why TheTVDB cannot be asked. */
async function recordFresh(
  deps: Recording & Deps,
  fresh: readonly Claim[],
  here: ReadonlySet<string>,
  noTvdb: string | undefined,
): Promise<{ shows: NamedShows; sent: Sent<Claim>[] }> {
  const episodes = await recordEpisodes(
    deps,
    fresh.filter((claim) => claim.kind === 'episode'),
  );
  const youtube = await recordYoutube(
    deps,
    fresh.filter((claim) => claim.kind === 'youtube_video'),
  );
  const spotify = await recordSpotify(
    deps,
    fresh.filter((claim) => claim.kind === 'spotify_episode'),
  );
  const shows = await nameShows(deps, here, noTvdb);
  const movies = await recordMovies(
    deps,
    fresh.filter((claim) => claim.kind === 'movie'),
    shows.down,
  );
  return { shows, sent: [episodes, youtube, spotify, movies] };
}

/** What each file and line will stand for, if all goes well. */
function entriesOf(
  verdicts: readonly Verdict[],
  rewatches: readonly Rewatch[],
  source: string,
): JournalEntry[] {
  return [
    ...verdictsTo('record', verdicts).map(({ claim }) => entryOf(claim, claim.record, source)),
    ...rewatches.map((one) => entryOf(one.another.claim, rewatchId(one), source, one.of)),
    ...verdictsTo('leave', verdicts).flatMap(({ own }) =>
      own === undefined
        ? []
        : entryOf(own.claim, own.recorded.id, markOf(own.recorded), own.original),
    ),
    ...verdictsTo('remove', verdicts).map((one) =>
      'first' in one
        ? entryOf(one.claim, one.first.record, source)
        : entryOf(one.claim, one.recorded.id, markOf(one.recorded), one.original),
    ),
  ];
}

const ofClaim = ({ another }: Rewatch): Claim => another.claim;

/** Whether the record of another claim is there, which may be one of those that were just added. */
const isReady = (another: AnotherClaim, added: ReadonlySet<Claim>) =>
  !('first' in another) || added.has(another.first);

function waits(another: AnotherClaim): Refused<Claim> {
  const first = 'first' in another ? labelOf(another.first) : '';
  const reason = `is the same as ${first}, which is not recorded yet`;
  return { item: another.claim, reason, providerIsDown: false };
}
