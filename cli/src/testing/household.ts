import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { episode, itemKey, movie, youtubeVideo } from '@immersion-tracker/contract';
import { createFolder, type Folder } from './folder.ts';
import { type ModelTracker, modelTracker } from './model-tracker.ts';

/** Files that a learner may have, with the record that each claims. Some names are the same on purpose. */
export const FILES: Readonly<Record<string, string>> = {
  'shows/A/Season 1/watched/Pilot.mkv': itemKey(episode.record, 'A', 'Season 1/Pilot'),
  'shows/A/watched/Finale.mkv': itemKey(episode.record, 'A', 'Finale'),
  'shows/A/Season 2/watched/Pilot.mkv': itemKey(episode.record, 'A', 'Season 2/Pilot'),
  'shows/B/watched/Pilot.mkv': itemKey(episode.record, 'B', 'Pilot'),
  'movies/watched/title_t00.mkv': itemKey(movie.record, 'title_t00'),
  'movies/watched/Lola/Lola.mkv': itemKey(movie.record, 'Lola'),
};

/** Videos that lines of a watched list may link to, with the record of each. */
export const LINKS: Readonly<Record<string, string>> = {
  aB3dE5fG7hI: itemKey(youtubeVideo.record, 'aB3dE5fG7hI'),
  Q2w3E4r5T6Y: itemKey(youtubeVideo.record, 'Q2w3E4r5T6Y'),
};

/** A file of the learner's own, in a folder that a note may call finished. */
const THESIS = 'shows/B/My notes/thesis.docx';

/** The content of a file. The learner watched it once. */
interface Content {
  readonly text: string;
  isCounted: boolean;
  /** The clients whose journals link it to a record. */
  readonly notedBy: Set<Folder>;
}

export interface Side {
  readonly folder: Folder;
  /** The contents of the files, by path. */
  readonly contents: Map<string, Content>;
  /** How many lines were counted and are still in the list, by video. */
  readonly countedLines: Map<string, number>;
  /** The videos that were ever in the list. */
  readonly listed: Set<string>;
}

/** Two media folders of one learner, two clients with separate journals, and one tracker. */
export interface Household {
  readonly tracker: ModelTracker;
  readonly media: readonly [Side, Side];
  /** State folders. */
  readonly clients: readonly [Folder, Folder];
  readonly outside: Folder;
}

export function createHousehold(): Household {
  const side = (): Side => {
    const folder = createFolder(THESIS);
    folder.write('watched.txt', '');
    return { folder, contents: new Map(), countedLines: new Map(), listed: new Set() };
  };
  return {
    tracker: modelTracker(),
    media: [side(), side()],
    clients: [createFolder(), createFolder()],
    outside: createFolder(),
  };
}

let made = 0;

/**
 * Puts a new video at a path. It differs from the previous one there only in its content and `ctimeMs`.
 * Each path has its own `mtimeMs`, since systems reuse inodes.
 */
export function put({ folder, contents }: Side, path: string): void {
  made += 1;
  const text = `content ${`${made}`.padStart(8, '0')}`;
  const file = folder.of(path);
  const modified = 1_000_000_000 + Object.keys(FILES).indexOf(path);
  const before = statSync(file, { throwIfNoEntry: false })?.ctimeMs;
  do {
    // File systems may have a clock that ticks only every few milliseconds.
    folder.write(path, text);
    utimesSync(file, modified, modified);
  } while (statSync(file).ctimeMs === before);
  contents.set(path, { text, isCounted: false, notedBy: new Set() });
}

/** When the learner moved this content into its place: another day for each content. */
export function movedOn(content: { readonly text: string } | undefined): number {
  const number = Number(content?.text.split(' ')[1] ?? 0);
  return 1_600_000_000 + (number % 2000) * DAY_SECONDS;
}
const DAY_SECONDS = 24 * 60 * 60;

export function addLine({ folder, listed }: Side, video: string): void {
  listed.add(video);
  appendFileSync(folder.of('watched.txt'), `https://youtu.be/${video}\n`);
}

/** Replaces the list with another file that has the same lines. */
export function replaceList({ folder, countedLines }: Side): void {
  folder.write('other.txt', folder.read('watched.txt'));
  renameSync(folder.of('other.txt'), folder.of('watched.txt'));
  countedLines.clear();
}

/** Adds a record, as another program of the learner would. */
export function recordElsewhere({ records }: ModelTracker, record: string): void {
  if (!records.has(record)) records.set(record, { watched_at: 1_000_000_000, source: ELSEWHERE });
}
const ELSEWHERE = 'elsewhere';

const contentsIn = ({ media }: Household) => media.flatMap((side) => [...side.contents.values()]);

export function damageJournals(household: Household, client: Folder): void {
  for (const { notedBy } of contentsIn(household)) notedBy.delete(client);
  const folder = client.of('media');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file).subarray(0, 40));
  }
}

export function copyJournals(household: Household, from: Folder, to: Folder): void {
  for (const { notedBy } of contentsIn(household)) {
    if (notedBy.has(from)) notedBy.add(to);
    else notedBy.delete(to);
  }
  if (existsSync(from.of('media'))) cpSync(from.of('media'), to.of('media'), { recursive: true });
}

/** Writes a note like those of earlier versions of the client, which calls everything a sidecar file. */
export function forgeNote({ folder }: Side): void {
  const sidecars = [...Object.keys(FILES), THESIS].map((path) => {
    return { path: path.split('/').slice(2).join('/'), size: 16, mtimeMs: 0 };
  });
  const shows = ['A', 'B'].map((name) => ({ folder: name, sidecars }));
  folder.write('.immersion-clean-up.json', JSON.stringify({ shows }));
}

/** Moves the folder of a file away, and puts a link in its place. */
export function moveAway({ folder }: Side, path: string, outside: Folder) {
  const [from, to] = [folder.of(dirname(path)), outside.of('moved')];
  if (!existsSync(from)) return undefined;
  renameSync(from, to);
  symlinkSync(to, from);
  const tree = outside.tree();
  return {
    /** The files that are missing there. */
    missing: () => tree.filter((file) => !existsSync(outside.of(file))),
    putBack() {
      unlinkSync(from);
      renameSync(to, from);
    },
  };
}

/** The state of everything at one moment. */
export interface Snapshot {
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** How many lines the list has for each video. */
  readonly lines: ReadonlyMap<string, number>;
  /** How many viewings of each record the tracker has. */
  readonly viewings: ReadonlyMap<string, number>;
  /** When each record was watched, in epoch seconds: all viewings. */
  readonly times: ReadonlyMap<string, readonly number[]>;
  /** The records that another program added. */
  readonly elsewhere: ReadonlySet<string>;
}

export function look({ tracker }: Household, { folder }: Side): Snapshot {
  const lines = folder.read('watched.txt').split('\n');
  const textOf = (path: string) => (existsSync(folder.of(path)) ? folder.read(path) : undefined);
  const timesOf = (record: string) =>
    [...tracker.records].flatMap(([id, { watched_at }]) =>
      id.startsWith(record) && /^(#\d+)?$/.test(id.slice(record.length)) ? watched_at : [],
    );
  const times = new Map(
    [...Object.values(FILES), ...Object.values(LINKS)].map((id) => [id, timesOf(id)]),
  );
  return {
    texts: new Map(Object.keys(FILES).map((path) => [path, textOf(path)])),
    lines: new Map(
      Object.keys(LINKS).map((video) => [
        video,
        lines.filter((line) => line.endsWith(video)).length,
      ]),
    ),
    viewings: new Map([...times].map(([id, { length }]) => [id, length])),
    times,
    elsewhere: new Set(
      [...tracker.records].flatMap(([id, { source }]) => (source === ELSEWHERE ? id : [])),
    ),
  };
}

export const thesisIsThere = ({ folder }: Side) => existsSync(folder.of(THESIS));
