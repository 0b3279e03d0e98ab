import * as z from 'zod';
import { PublicError } from '../kernel/errors.ts';
import { episodeItem, movieItem } from './items.ts';
import type { Store } from './store.ts';

// `EPISODE#a#b#c` can be the key of folder `a#b`, file `c`, or of folder `a`, file `b#c`. If c is a
// number, it can also be a rewatch of folder `a`, file `b`. The contract fixes the key format, so the
// second record with the same key is refused.

/** The attributes that distinguish records with the same key. */
export const naming = z.object({
  sk: episodeItem.shape.sk,
  folder_name: episodeItem.shape.folder_name.optional().catch(undefined),
  file_name: episodeItem.shape.file_name.optional().catch(undefined),
  rewatch_of: movieItem.shape.rewatch_of,
});

export type RecordNames = Partial<z.output<typeof naming>>;

/** A 409 that names both records. `advice` says how to change the second one's key. */
export function sharedKey(first: RecordNames, second: RecordNames, advice: string): PublicError {
  const message = `${nameOf(second)} has the same key as ${nameOf(first)}; ${advice}`;
  return new PublicError('conflict', message);
}

function nameOf({ sk, folder_name, file_name, rewatch_of }: RecordNames): string {
  const file = `file ${JSON.stringify(file_name)}`;
  const names = folder_name === undefined ? file : `folder ${JSON.stringify(folder_name)}, ${file}`;
  const record = file_name === undefined ? `${rewatch_of ?? sk}` : names;
  return rewatch_of === undefined ? record : `the rewatch of ${record}`;
}

/** Finds the rewatches among these keys. Looks up only keys that a rewatch can have. */
export async function rewatchesAt(
  store: Store,
  pk: string,
  sks: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, RecordNames>> {
  const possible = sks.filter((sk) => /#\d+$/.test(sk) && sk.indexOf('#') < sk.lastIndexOf('#'));
  if (possible.length === 0) return new Map();
  const found = await store.getMany(pk, possible, naming, signal);
  return new Map(
    found.flatMap((item) => (item.rewatch_of === undefined ? [] : [[item.sk, item] as const])),
  );
}
