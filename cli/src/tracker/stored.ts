import { mediaKinds, type WholeRecord } from '@immersion-tracker/contract';
import * as z from 'zod';

const record = z.object({
  sk: z.string(),
  timestamp: z.number(),
  source: z.string().nullish().catch(undefined),
});

/** What a whole record says about itself. Undefined if it is not a watch record. */
export interface Stored {
  readonly id: string;
  readonly watched_at: number;
  readonly source: string | null;
  /** Its title, and the folder of its show. */
  readonly name: string;
}

export function readStored(whole: WholeRecord): Stored | undefined {
  const { success, data } = record.safeParse(whole);
  if (!success) return undefined;
  const kind = mediaKinds.find((one) => data.sk.startsWith(one.record.prefix));
  if (kind === undefined) return undefined;
  const { titles, group } = kind.record;
  const fallback = 'titleFallback' in kind.record ? [kind.record.titleFallback] : [];
  const title = [...titles, ...fallback].map((name) => whole[name]).find(isText) ?? data.sk;
  const folder = kind.foundIn === 'folder' && group !== null ? [whole[group]].filter(isText) : [];
  return {
    id: data.sk,
    watched_at: data.timestamp,
    source: data.source ?? null,
    name: [title, ...folder].join(' · '),
  };
}

/** The watch records among these, with what they say about themselves. */
export function storedIn(records: readonly WholeRecord[]) {
  return records.flatMap((whole) => {
    const stored = readStored(whole);
    return stored === undefined ? [] : [{ ...stored, whole }];
  });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
