import {
  episode,
  fromEntries,
  itemKey,
  type KnownKind,
  mediaKinds,
} from '@immersion-tracker/contract';
import { at, type Span } from '../checks/model.ts';
import type { Random } from '../random.ts';

/** Few enough that random steps often meet the same ones. */
const FOLDERS = ['Show A', 'Show B', 'シーズン 1', 'Ça ira', 'x#y', '🔑'];
const OF_EACH = 24;
const RUNTIMES = 50;
const DAY = 24 * 60 * 60;
const LONGEST_AGO = 400 * DAY;

/** What one request records. */
export interface Picked {
  /** The request body. */
  readonly request: Readonly<Record<string, unknown>>;
  /** When each record may be dated, by its id. Those without a time of their own get that of the request. */
  readonly records: ReadonlyMap<string, readonly (Span | 'now')[]>;
}

/** A random request to the sync endpoint of a kind, of some things that were watched. */
export function pickSync(kind: KnownKind, random: Random): Picked {
  const watches = random.some([...Array(OF_EACH).keys()], 6).map((number) => {
    const time = random.chance(0.5) ? someTimeAgo(random) : undefined;
    return { ...watchableOf(kind, number, random), time };
  });
  const source = random.chance(0.5) ? { source: `soak ${random.int(0, 9)}` } : {};
  const request =
    kind.foundIn === 'list'
      ? {
          [kind.sync.list]: watches.map(({ fields }) => fields),
          watched_at: fromEntries(
            watches.flatMap(({ fields, time }) =>
              time === undefined ? [] : [[`${fields}`, time] as const],
            ),
          ),
        }
      : {
          [kind.sync.list]: watches.map(({ fields, time }) => ({
            ...Object(fields),
            ...(time !== undefined && { watched_at: time }),
            ...(random.chance(0.3) && { duration: random.int(1, DAY) }),
          })),
        };
  return { request: { ...request, ...source }, records: spansOf(watches) };
}

/** Many new episodes at once. */
export function pickMany(random: Random): Picked {
  const folder_name = `Long ${random.int(1, 3)}`;
  const names = Array.from({ length: random.int(100, 700) }, (_, index) => `Part ${index}`);
  return {
    request: { episodes: names.map((file_name) => ({ folder_name, file_name })) },
    records: new Map(names.map((name) => [itemKey(episode.record, folder_name, name), ['now']])),
  };
}

/** Any record that the learner may have, or may never have had. */
export function pickId(random: Random): string {
  const kind = random.pick(mediaKinds);
  return watchableOf(kind, random.int(0, OF_EACH), random).id;
}

export const folderOf = (random: Random): string => random.pick(FOLDERS);
export const tvdbIdOf = (random: Random): number => random.int(1, RUNTIMES);
export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);
export const someTimeAgo = (random: Random): number => nowInSeconds() - random.int(0, LONGEST_AGO);

/** Whether a record is a rewatch, and so may not be moved: its id would then belong to another time. */
export const isRewatch = (id: string): boolean => /#1\d{9}$/.test(id);

/** The id of a record, and how a sync names what was watched. */
function watchableOf(kind: KnownKind, number: number, random: Random) {
  const padded = (length: number) => `${number}`.padStart(length, '0');
  switch (kind.id) {
    case 'episode': {
      const [folder_name, file_name] = [folderOf(random), `Episode ${number}`];
      return {
        id: itemKey(kind.record, folder_name, file_name),
        fields: { folder_name, file_name },
      };
    }
    case 'movie': {
      const file_name = `Movie ${number}`;
      const fields = { file_name, tvdb_id: tvdbIdOf(random) };
      return { id: itemKey(kind.record, file_name), fields };
    }
    case 'youtube_video': {
      const id = `soak-${padded(6)}`;
      return { id: itemKey(kind.record, id), fields: id };
    }
    case 'spotify_episode': {
      const id = `SoakEpisode${padded(11)}`;
      return { id: itemKey(kind.record, id), fields: id };
    }
  }
}

/** If something is named twice, either time may count. */
function spansOf(watches: readonly { readonly id: string; readonly time: number | undefined }[]) {
  const spans = new Map<string, (Span | 'now')[]>();
  for (const { id, time } of watches) {
    const others = spans.get(id) ?? [];
    spans.set(id, [...others, time === undefined ? 'now' : at(time)]);
  }
  return spans;
}
