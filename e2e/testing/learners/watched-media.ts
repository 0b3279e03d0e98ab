import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tracker } from '../trackers/local-host.ts';
import { recordedItems } from '../trackers/recorded.ts';
import { createMedia, type MediaFolder } from './media.ts';

/** What is in a folder and at the tracker. */
export interface State {
  /** As `MediaFolder` has it. */
  readonly tree: readonly string[];
  /** The content of `watched.txt`. */
  readonly list: string;
  /** Sort keys, with the TheTVDB id if there is one. */
  readonly recorded: readonly string[];
}

/** What must be recorded before something may go: sort keys. */
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
  'https://youtu.be/Q2w3E4r5T6Y': ['YOUTUBEVIDEO#Q2w3E4r5T6Y'],
};

/**
 * Answers to all questions of a sync: of three shows and a movie. Since all are the same, they
 * also fit a later run that asks fewer.
 */
export const ANSWERS = '421069\n'.repeat(4);

/** The exit code of a sync: a bad link is left, and one that YouTube does not know. */
export const SYNCED_CODE = 2;

/** What a sync makes of it. */
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
};

/**
 * A folder with two finished shows, one that is not, a movie, and a list with links of all kinds,
 * good and bad.
 */
export function watchedMedia(): MediaFolder {
  const media = createMedia(...Object.keys(FILES));
  mkdirSync(join(media.path, EMPTY_FOLDER), { recursive: true });
  // Without an end of the last line, as some editors leave it.
  media.write('watched.txt', Object.keys(LINES).join('\n'));
  return media;
}

/** A folder, and what its user has recorded. */
export function stateOf(media: MediaFolder, tracker: Tracker, user: string): State {
  const list = readFileSync(join(media.path, 'watched.txt'), 'utf8');
  const recorded = recordedItems(tracker, user).map(({ sk, tvdbId }) =>
    tvdbId === null ? sk : `${sk} ${tvdbId}`,
  );
  return { tree: media.tree(), list, recorded };
}

/** Whatever is gone or changed though it is not recorded. */
export function losses(media: MediaFolder, tracker: Tracker, user: string): string[] {
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
