import {
  endpoints,
  episode,
  kindOf,
  mediaKinds,
  movie,
  type WholeRecord,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import { type Answers, type ModelRecord, RefusedRequest } from './model.ts';

interface Model {
  readonly records: Map<string, ModelRecord>;
  readonly shows: Map<string, number | null>;
  /** The TheTVDB ids of movies, by file. */
  readonly movies: ReadonlyMap<string, number>;
}

/** The whole form of a record in memory. */
const stored = z.object({
  sk: z.string(),
  timestamp: z.number(),
  source: z.string().nullish(),
  rewatch_of: z.string().optional(),
});

/** The answers of a model about lists of records and their corrections. */
export function recordAnswers({ records, shows, movies }: Model): Answers {
  function known(id: string): ModelRecord {
    const record = records.get(id);
    if (record === undefined) throw new RefusedRequest('unknown_ids', { ids: [id] });
    return record;
  }
  const whole = (id: string) => wholeRecord(id, records.get(id), movies);
  const listed = () =>
    [...records]
      .map(([id, record]) => listedRecord(id, record))
      .sort((a, b) => b.watched_at - a.watched_at || (a.id < b.id ? 1 : -1));

  return {
    'GET /watched': (query) => {
      const {
        limit = 50,
        before,
        query: words = '',
        day,
      } = endpoints.getWatched.request.parse(query);
      const wanted = words.toLowerCase().split(' ');
      const all = listed().filter(({ title, group, watched_at }) => {
        const text = `${title} ${group ?? ''}`.toLowerCase();
        // The days of the model are those of UTC.
        const date = new Date(watched_at * 1000).toISOString().slice(0, 10);
        return wanted.every((word) => text.includes(word)) && (day === undefined || day === date);
      });
      const start = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
      const page = all.slice(start, start + limit);
      const isLast = start + limit >= all.length;
      return { watched: page, next: isLast ? null : (page.at(-1)?.id ?? null) };
    },
    'PUT /watched': (body) => {
      const { id, watched_at } = endpoints.updateWatched.request.parse(body);
      records.set(id, { ...known(id), watched_at });
      return {};
    },
    'POST /records': (body) => {
      const { ids } = endpoints.getRecords.request.parse(body);
      return { records: ids.flatMap(whole) };
    },
    'POST /remove': (body) => {
      const { ids } = endpoints.remove.request.parse(body);
      const removed = ids.flatMap(whole);
      for (const id of ids) records.delete(id);
      return { removed };
    },
    'POST /restore': (body) => {
      const { records: sent } = endpoints.restore.request.parse(body);
      const absent = sent.map((one) => stored.parse(one)).filter(({ sk }) => !records.has(sk));
      for (const { sk, timestamp, source = null, ...rest } of absent) {
        records.set(sk, { watched_at: timestamp, source, ...rest });
      }
      for (const { folder_name } of sent) {
        const folder = z.string().safeParse(folder_name);
        if (folder.success && !shows.has(folder.data)) shows.set(folder.data, null);
      }
      return { restored: absent.length };
    },
  };
}

function listedRecord(id: string, { watched_at, rewatch_of: first }: ModelRecord) {
  const rewatch_of = first ?? null;
  const { kind, group, title } = partsOf(rewatch_of ?? id);
  const duration = kind.id === 'episode' ? 20 * 60 : 5400;
  const durationSource = kind.id === 'episode' ? 'guess' : 'provider';
  return {
    ...{ id, rewatch_of, kind: kind.id, title, group, watched_at, duration },
    ...{ group_id: group ?? id, artwork_url: null, duration_source: durationSource },
  };
}

function wholeRecord(
  id: string,
  record: ModelRecord | undefined,
  movies: ReadonlyMap<string, number>,
): WholeRecord[] {
  if (record === undefined) return [];
  const { watched_at, source, ...rest } = record;
  const { kind, group, title } = partsOf(record.rewatch_of ?? id);
  return [
    {
      ...{ pk: 'USER#alice', sk: id, user: 'alice', timestamp: watched_at, ...rest },
      ...(source !== null && { source }),
      ...(kind.foundIn === 'folder' && { file_name: title }),
      ...(kind.id === episode.id && { folder_name: group }),
      ...(kind.id === movie.id && { tvdb_id: movies.get(title) ?? null }),
    },
  ];
}

/** The parts of a first viewing's id. No folder of a test has a `#` in its name. */
function partsOf(id: string) {
  const found = mediaKinds.find(({ record }) => id.startsWith(record.prefix));
  const kind = kindOf(found?.id ?? 'movie');
  const [first = '', ...others] = id.slice(kind.record.prefix.length).split('#');
  if (kind.id === 'episode') return { kind, group: first, title: others.join('#') };
  if (kind.group === null) return { kind, group: null, title: first };
  return { kind, group: 'A channel', title: 'A talk' };
}
