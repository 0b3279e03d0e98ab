import type { Media } from '../../disk/scanning/scan.ts';
import { companionsOf } from '../../disk/sidecars/companions.ts';
import { Failure } from '../../errors/failure.ts';
import type { Claim } from '../claims/claims.ts';
import { type Counts, countKinds } from '../claims/kinds.ts';
import type { Comparison } from './compare.ts';
import { type Deciding, removable } from './removable.ts';

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
  deciding: Deciding,
): Plan {
  const states = compared instanceof Failure ? undefined : compared.states;
  const toRecord = states?.fresh ?? claims;
  const missing = compared instanceof Failure ? {} : compared.missing;
  const going = states === undefined ? claims : removable(states, missing, deciding);
  const videos = new Set(going.flatMap((claim) => ('video' in claim ? claim.video : [])));
  const folders = [...media.shows, ...media.movies].filter(
    (folder) =>
      folder.videos.every((video) => videos.has(video)) &&
      companionsOf(folder, videos).whole !== undefined,
  );
  return {
    found: countKinds(claims),
    new: states === undefined ? null : countKinds(states.fresh),
    unfinished: states === undefined ? null : countKinds(states.own.map(claimOf)),
    known: states === undefined ? null : countKinds(states.known.map(claimOf)),
    repeated: states === undefined ? null : countKinds(states.repeated.map(claimOf)),
    removable: countKinds(going),
    shows: showsOf(toRecord),
    bytes: [...videos].reduce((total, { size }) => total + size, 0),
    finished_folders: folders.length,
    missing_keys: Object.values(missing),
    unknown_because: compared instanceof Failure ? compared.message : null,
  };
}

function showsOf(claims: readonly Claim[]): Plan['shows'] {
  const episodes = claims.filter((claim) => claim.kind === 'episode');
  const shows = Map.groupBy(episodes, ({ folder_name }) => folder_name);
  return [...shows].map(([folder_name, ofShow]) => ({ folder_name, episodes: ofShow.length }));
}

const claimOf = ({ claim }: { readonly claim: Claim }) => claim;
