import type { Media } from '../../disk/scanning/scan.ts';
import { companionsOf } from '../../disk/sidecars/companions.ts';
import { Failure } from '../../errors/failure.ts';
import type { Claim } from '../claims/claims.ts';
import { type Counts, countKinds } from '../claims/kinds.ts';
import type { ClaimsByDay } from '../viewings/watch-times.ts';
import type { Comparison } from './compare.ts';
import type { Instructions } from './instructions.ts';
import { lookAlikesIn } from './look-alikes.ts';
import { type MissingKeys, missingKeyFor } from './missing-keys.ts';
import type { States } from './states.ts';

/** What a sync is about to do, as `--json` prints it. */
export interface Plan {
  /** All claims. */
  readonly found: Counts;
  /** Claims that the tracker has no record of. This and the next three are null if it could not be asked. */
  readonly new: Counts | null;
  /** Recorded from these very files and lines by an earlier run, which did not remove them. */
  readonly unfinished: Counts | null;
  /** Already recorded, from other files or lines, or under another name. */
  readonly known: Counts | null;
  /** Claims of the same record as another claim of this run. */
  readonly repeated: Counts | null;
  /** What will be removed once it is recorded, except what depends on the answers about `known`. */
  readonly removable: Counts;
  /** Shows with episodes to record. */
  readonly shows: readonly { readonly folder_name: string; readonly episodes: number }[];
  /** The days on which claims to record were watched, oldest first. */
  readonly days: readonly ({ readonly date: string } & Counts)[];
  /** The size of the removable videos, in bytes. */
  readonly bytes: number;
  /** Folders of shows and movies that will be removed too. */
  readonly finished_folders: number;
  /** The providers for which the tracker has no key, in words. */
  readonly missing_keys: readonly string[];
  /** Why the tracker could not be asked; null if it was. */
  readonly unknown_because: string | null;
}

/** Makes the plan. `compared` is a failure if the tracker could not be asked. */
export function planOf(
  media: Media,
  claims: readonly Claim[],
  compared: Comparison | Failure,
  instructions: Instructions,
  daysOf: (claims: readonly Claim[]) => ClaimsByDay,
): Plan {
  const states = compared instanceof Failure ? undefined : compared.states;
  const toRecord = states?.fresh ?? claims;
  const missing = compared instanceof Failure ? {} : compared.missing;
  const going = states === undefined ? claims : removableOf(states, missing, instructions);
  const videos = new Set(going.flatMap((claim) => ('video' in claim ? claim.video : [])));
  const folders = [...media.shows, ...media.movies].filter(
    (folder) =>
      folder.videos.every((video) => videos.has(video)) &&
      companionsOf(folder, videos).whole !== undefined,
  );
  const countOf = (state: 'own' | 'known' | 'repeated') =>
    states === undefined ? null : countKinds(states[state].map(({ claim }) => claim));
  return {
    found: countKinds(claims),
    new: states === undefined ? null : countKinds(states.fresh),
    unfinished: countOf('own'),
    known: countOf('known'),
    repeated: countOf('repeated'),
    removable: countKinds(going),
    shows: showsOf(toRecord),
    days: [...daysOf(toRecord)].map(([date, ofDay]) => ({ date, ...countKinds(ofDay) })),
    bytes: [...videos].reduce((total, { size }) => total + size, 0),
    finished_folders: folders.length,
    missing_keys: Object.values(missing),
    unknown_because: compared instanceof Failure ? compared.message : null,
  };
}

/** What will be removed once it is recorded, assuming that questions about new things are answered. */
function removableOf(states: States, missing: MissingKeys, { asks, known }: Instructions): Claim[] {
  const alike = new Set(asks ? [] : lookAlikesIn(states).flatMap(({ fresh }) => fresh));
  const isSure = (claim: Claim) => asks || (claim.kind !== 'movie' && !alike.has(claim));
  const fresh = states.fresh.filter(
    (one) => missingKeyFor(one, missing) === undefined && isSure(one),
  );
  const going = new Set(fresh);
  const again =
    known === 'rewatch' || known === 'remove'
      ? [...states.known, ...states.repeated.filter(({ first }) => going.has(first))]
      : [];
  return [...fresh, ...[...states.own, ...again].map(({ claim }) => claim)];
}

function showsOf(claims: readonly Claim[]): Plan['shows'] {
  const episodes = claims.filter((claim) => claim.kind === 'episode');
  const shows = Map.groupBy(episodes, ({ folder_name }) => folder_name);
  return [...shows].map(([folder_name, ofShow]) => ({ folder_name, episodes: ofShow.length }));
}
