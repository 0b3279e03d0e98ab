import type { Media } from '../../disk/scanning/scan.ts';
import { companionsOf } from '../../disk/sidecars/companions.ts';
import { Failure } from '../../errors/failure.ts';
import type { Claim } from '../claims/claims.ts';
import { type Counts, countKinds } from '../claims/kinds.ts';
import type { Comparison } from './compare.ts';
import type { Instructions } from './instructions.ts';
import { lookAlikesIn } from './look-alikes.ts';
import { type MissingKeys, missingKeyFor } from './missing-keys.ts';
import type { States } from './states.ts';

/** What a sync is about to do, in the form that `--json` prints. */
export interface Plan {
  /** Files and lines that say that something was watched. */
  readonly found: Counts;
  /** Of these, what the tracker does not have; null if the tracker could not be asked, as below. */
  readonly new: Counts | null;
  /** Recorded from these very files and lines by an earlier run, which did not remove them. */
  readonly unfinished: Counts | null;
  /** Recorded already: from other files or lines, or under another name. */
  readonly known: Counts | null;
  /** Named like another file here, or the same link as another line. */
  readonly repeated: Counts | null;
  /** What is removed once it is recorded. What follows from a question is not counted. */
  readonly removable: Counts;
  /** Shows with episodes to record. */
  readonly shows: readonly { readonly folder_name: string; readonly episodes: number }[];
  /** Of the videos among them. */
  readonly bytes: number;
  /** Folders of shows and movies in which nothing would be left. */
  readonly finished_folders: number;
  /** What the tracker has no key for, in words. */
  readonly missing_keys: readonly string[];
  /** Why the tracker could not be asked; null if it was. */
  readonly unknown_because: string | null;
}

/** The plan for what a scan found, or the failure if the tracker could not be asked. */
export function planOf(
  media: Media,
  claims: readonly Claim[],
  compared: Comparison | Failure,
  instructions: Instructions,
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
    bytes: [...videos].reduce((total, { size }) => total + size, 0),
    finished_folders: folders.length,
    missing_keys: Object.values(missing),
    unknown_because: compared instanceof Failure ? compared.message : null,
  };
}

/** What goes once it is recorded, assuming that every question about new things is answered. */
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
