import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataPlace, recordedItems } from '../trackers/recorded.ts';
import type { RunOptions } from './immersion.ts';
import { createMedia, type MediaFolder } from './media.ts';

/** The state of a media folder and of its user's records. */
export interface State {
  /** As `MediaFolder.tree` returns it. */
  readonly tree: readonly string[];
  /** The content of `watched.txt`. */
  readonly list: string;
  /** Sort keys, each with its TheTVDB id if there is one. */
  readonly recorded: readonly string[];
  /** When the records with a known day were watched, and the lengths of their files in seconds. */
  readonly viewings: Readonly<Record<string, readonly [watchedAt: string, length: number | null]>>;
}

/** For each file or line, the sort keys that must be recorded before it may be removed. */
type Needs = readonly string[];

const NEVER: Needs = ['nothing that is ever recorded'];
const FINISHED = ['EPISODE#Finished#E1', 'EPISODE#Finished#E2'];

const FILES: Readonly<Record<string, Needs>> = {
  'movies/watched/Lola rennt.mkv': ['MOVIE#Lola rennt'],
  'shows/Finished/poster.jpg': FINISHED,
  'shows/Finished/watched/E1.mkv': ['EPISODE#Finished#E1'],
  'shows/Finished/watched/E1.srt': ['EPISODE#Finished#E1'],
  'shows/Finished/watched/E2.mp4': ['EPISODE#Finished#E2'],
  'shows/Short/tvshow.nfo': ['EPISODE#Short#E1'],
  'shows/Short/watched/E1.mkv': ['EPISODE#Short#E1'],
  'shows/Unfinished/E2.mkv': NEVER,
  'shows/Unfinished/watched/E1.mkv': ['EPISODE#Unfinished#E1'],
  'shows/Unfinished/watched/E1.srt': ['EPISODE#Unfinished#E1'],
};
const EMPTY_FOLDER = 'shows/Finished/extras/none';

const LINES: Readonly<Record<string, Needs>> = {
  '# seen in May': NEVER,
  'https://www.youtube.com/watch?v=aB3dE5fG7hI': ['YOUTUBEVIDEO#aB3dE5fG7hI'],
  'https://youtu.be/unknown-000': NEVER,
  'the one about cats': NEVER,
  'https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ': [
    'SPOTIFYEPISODE#512ojhOuo1ktJprKbVcKyQ',
  ],
  '2026-02-03 https://youtu.be/Q2w3E4r5T6Y': ['YOUTUBEVIDEO#Q2w3E4r5T6Y'],
};

/**
 * Answers to all questions of a sync, about three shows and a movie. They are all the same, so that they also fit a
 * later run that asks fewer questions.
 */
export const ANSWERS = '421069\n'.repeat(4);

/** The exit code of a sync that leaves an invalid link, and one that YouTube does not know. */
export const SYNCED_CODE = 2;

/** The state after a sync. */
export const SYNCED: State = {
  tree: ['movies/watched/', 'shows/Unfinished/E2.mkv', 'shows/Unfinished/watched/', 'watched.txt'],
  list: '# seen in May\nhttps://youtu.be/unknown-000\nthe one about cats\n',
  recorded: [
    'EPISODE#Finished#E1',
    'EPISODE#Finished#E2',
    'EPISODE#Short#E1',
    'EPISODE#Unfinished#E1',
    'MOVIE#Lola rennt 421069',
    'SHOW#Finished 421069',
    'SHOW#Short 421069',
    'SHOW#Unfinished 421069',
    'SPOTIFYEPISODE#512ojhOuo1ktJprKbVcKyQ',
    'SPOTIFYSHOW#38bS44xjbVVZ3No3ByF1dJ',
    'YOUTUBECHANNEL#UCx1Y2z3A4b5C6d7E8f9G0hQ',
    'YOUTUBEVIDEO#Q2w3E4r5T6Y',
    'YOUTUBEVIDEO#aB3dE5fG7hI',
  ],
  viewings: {
    'EPISODE#Finished#E1': ['2026-01-03T00:00:00.000Z', 1402],
    'EPISODE#Finished#E2': ['2026-01-05T00:00:00.000Z', 1404],
    'EPISODE#Short#E1': ['2026-01-07T00:00:00.000Z', 1406],
    'EPISODE#Unfinished#E1': ['2026-01-09T00:00:00.000Z', 1408],
    'MOVIE#Lola rennt': ['2026-01-01T00:00:00.000Z', 1400],
    // Noon in Auckland.
    'YOUTUBEVIDEO#Q2w3E4r5T6Y': ['2026-02-02T23:00:00.000Z', null],
  },
};

/** What the client finds out about these files: each was moved on another day, and has another length. */
export const PROBE: NonNullable<RunOptions['probe']> = {
  movedAt: ({ path }) => NEW_YEAR + numberOf(path) * DAY_MS,
  lengthOf: async (path) => 1400 + numberOf(path),
};

const NEW_YEAR = Date.parse('2026-01-01T00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const numberOf = (path: string) => Object.keys(FILES).findIndex((file) => path.endsWith(file));

/** A folder with two finished shows, an unfinished one, a movie, and a list with good and bad links of all kinds. */
export function watchedMedia(): MediaFolder {
  const media = createMedia(...Object.keys(FILES));
  mkdirSync(join(media.path, EMPTY_FOLDER), { recursive: true });
  // Some editors do not end the last line with a newline.
  media.write('watched.txt', Object.keys(LINES).join('\n'));
  return media;
}

export function stateOf(media: MediaFolder, tracker: DataPlace, user: string): State {
  const list = readFileSync(join(media.path, 'watched.txt'), 'utf8');
  const items = recordedItems(tracker, user);
  const recorded = items.map(({ sk, tvdbId }) => (tvdbId === null ? sk : `${sk} ${tvdbId}`));
  const dated = items.flatMap(({ sk, watchedAt, length }) => {
    const day = new Date((watchedAt ?? 0) * 1000).toISOString();
    return day > '2026-01' && day < '2026-03' ? [[sk, [day, length]] as const] : [];
  });
  return { tree: media.tree(), list, recorded, viewings: Object.fromEntries(dated) };
}

/** Everything that was removed or changed without being recorded. */
export function losses(media: MediaFolder, tracker: DataPlace, user: string): string[] {
  const { list, recorded } = stateOf(media, tracker, user);
  const known = new Set(recorded.map((item) => item.replace(/ \d+$/, '')));
  const unrecorded = (needs: Needs) => !needs.every((need) => known.has(need));

  const files = Object.keys(FILES).filter((file) => {
    const path = join(media.path, file);
    return existsSync(path)
      ? readFileSync(path, 'utf8') !== file
      : unrecorded(FILES[file] ?? NEVER);
  });
  const now = list.split('\n').filter((line) => line !== '');
  const lines = Object.keys(LINES).filter((line) => !now.includes(line));
  const inOrder = Object.keys(LINES).filter((line) => now.includes(line));
  return [
    ...files,
    ...lines.filter((line) => unrecorded(LINES[line] ?? NEVER)),
    ...(now.join('\n') === inOrder.join('\n') ? [] : ['the order of the lines']),
  ];
}
