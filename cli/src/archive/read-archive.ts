import { StringDecoder } from 'node:string_decoder';
import {
  BODY_LIMIT_BYTES,
  isWithinDepth,
  RECORD_DEPTH_LIMIT,
  SORT_KEY_LIMIT_BYTES,
  type WholeRecord,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import { Failure } from '../errors/failure.ts';
import { CSV_HEADER } from './csv.ts';
import { nounOf } from './items.ts';

/** A line of an export. */
export interface ArchiveItem {
  readonly line: number;
  /** Its sort key. */
  readonly id: string;
  readonly record: WholeRecord;
}

/** A line that cannot be put back, and why. */
export interface Rejected {
  readonly line: number;
  readonly reason: string;
}

export interface Archive {
  /** Each once. */
  readonly items: readonly ArchiveItem[];
  readonly invalid: readonly Rejected[];
}

const keyed = z.object({ sk: z.string() });

/** Leaves the object as it is, since zod's own objects would lose an attribute called `__proto__`. */
const item = z.custom<WholeRecord & z.output<typeof keyed>>(
  (value) => keyed.safeParse(value).success,
);

/** Reads and checks every line of an export. Only the tracker knows whether the attributes of an item fit. */
export async function readArchive(input: AsyncIterable<string | Buffer>): Promise<Archive> {
  const items = new Map<string, ArchiveItem>();
  const invalid: Rejected[] = [];
  let line = 0;
  for await (const text of linesOf(input)) {
    line += 1;
    if (line === 1 && text.trim() === CSV_HEADER.trim()) {
      throw new Failure(
        'This is a table from export --csv, which cannot be imported. Export without --csv.',
      );
    }
    if (text.trim() === '') continue;
    const read = readLine(text.replace(/^\uFEFF/, ''));
    if ('reason' in read) invalid.push({ line, reason: read.reason });
    else if (!items.has(read.id)) items.set(read.id, { line, ...read });
    else if (!isSame(items.get(read.id)?.record, read.record)) {
      invalid.push({ line, reason: `has the same sk as line ${items.get(read.id)?.line}` });
    }
  }
  return { items: [...items.values()], invalid };
}

function readLine(text: string): Omit<ArchiveItem, 'line'> | { readonly reason: string } {
  if (Buffer.byteLength(text) > BODY_LIMIT_BYTES) {
    return {
      reason: `is longer than the ${BODY_LIMIT_BYTES / 2 ** 20} MiB that the tracker accepts`,
    };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { reason: text.includes('\0') ? 'is not UTF-8 text' : 'is not JSON, or is cut off' };
  }
  const { data: record } = item.safeParse(json);
  if (record === undefined) return { reason: 'is not a line of an export' };
  if (!isWithinDepth(RECORD_DEPTH_LIMIT, record)) {
    return { reason: 'is nested more deeply than the tracker accepts' };
  }
  if (!record.sk.isWellFormed()) return { reason: 'has an id that is not valid Unicode' };
  // A request looks up a thousand ids, and could get too large with longer ones.
  if (Buffer.byteLength(record.sk) > SORT_KEY_LIMIT_BYTES) {
    return { reason: `has an id of more than ${SORT_KEY_LIMIT_BYTES} bytes` };
  }
  if (nounOf(record.sk) === undefined) {
    return { reason: 'is not a record, show, channel, podcast or settings' };
  }
  return { id: record.sk, record };
}

const isSame = (a: WholeRecord | undefined, b: WholeRecord) =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Unlike `readline`, does not split at U+2028, which JSON contains as it is. Cuts lines off some time after
 * `BODY_LIMIT_BYTES`, to read a file without line breaks in little memory.
 */
async function* linesOf(input: AsyncIterable<string | Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let line = '';
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    const [end, ...next] = text.split('\n');
    if (line.length <= BODY_LIMIT_BYTES) line += end;
    for (const start of next) {
      yield line;
      line = start;
    }
  }
  yield line + decoder.end();
}
