import {
  type ItemDescription,
  itemKey,
  mediaKinds,
  rewatchKey,
  SORT_KEY_LIMIT_BYTES,
} from '@immersion-tracker/contract';
import { PublicError } from '../kernel/errors.ts';
import { PARTITION_KEY_PREFIX } from '../settings.ts';

/** The partition key of a user. */
export const partitionKey = (user: string): string => PARTITION_KEY_PREFIX + user;

/** The sort key of an item. `what` is the path in the request, for the 400 if the key is too long. */
export const sortKey = (item: ItemDescription, parts: readonly string[], what: string): string =>
  checked(itemKey(item, ...parts), what);

/** The sort key of a rewatch, see `rewatchKey`. */
export const rewatchSortKey = (original: string, watchedAt: number, what: string): string =>
  checked(rewatchKey(original, watchedAt), what);

/** Whether a string can be a sort key. */
export const isStorableKey = (text: string): boolean =>
  text !== '' && text.isWellFormed() && Buffer.byteLength(text) <= SORT_KEY_LIMIT_BYTES;

/** Whether a string can be the sort key of a watch record. */
export const isRecordKey = (text: string): boolean =>
  mediaKinds.some(({ record }) => text.startsWith(record.prefix)) && isStorableKey(text);

/** The order of sort keys in every store: by their UTF-8 bytes. That is the order of their code points. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = inOrder(a.charCodeAt(index)) - inOrder(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** In UTF-16, a code point above U+FFFF begins with a surrogate, which is less than U+E000 to U+FFFF. */
const inOrder = (unit: number): number =>
  unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;

function checked(key: string, what: string): string {
  const bytes = Buffer.byteLength(key);
  if (bytes <= SORT_KEY_LIMIT_BYTES) return key;
  const message = `${what}: makes a key of ${bytes} bytes, over the limit of ${SORT_KEY_LIMIT_BYTES}; shorten the name`;
  throw new PublicError('invalid_request', message);
}
