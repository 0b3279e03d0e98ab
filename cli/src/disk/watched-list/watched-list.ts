import { createHash } from 'node:crypto';
import { Failure } from '../../errors/failure.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';
import { type Link, whyItStays } from '../../links/link.ts';
import { readLine } from '../../links/read-line.ts';
import { visible } from '../../text/visible.ts';
import type { Finding } from '../finding.ts';
import { NOT_REGULAR, readRegularFile } from '../regular-file.ts';
import { readLineDate } from './line-date.ts';
import { splitLines } from './lines.ts';

/** What identifies a watched list in a later run. A list that was written again has another identity. */
export interface ListIdentity {
  readonly ino: number;
  readonly birthtimeMs: number;
  readonly mtimeMs: number;
  /** In bytes. */
  readonly size: number;
  /** The SHA-256 of the content, in base64. */
  readonly hash: string;
}

/** A line of `watched.txt`. */
export interface ListLine {
  /** The path of the list. */
  readonly path: string;
  /** Counted from 1. */
  readonly number: number;
  /** Without the line break. */
  readonly bytes: Buffer;
}

/** A line whose link can be recorded. */
export interface ListedLink {
  readonly provider: Link['provider'];
  readonly id: string;
  readonly line: ListLine;
  /** The date that the line begins with, as `YYYY-MM-DD`. */
  readonly date: string | undefined;
}

export interface WatchedList {
  readonly path: string;
  readonly identity: ListIdentity;
  readonly content: Buffer;
  /** In the order of their lines. */
  readonly links: readonly ListedLink[];
}

export interface ReadList {
  /** Undefined if it does not exist or cannot be read. */
  readonly list: WatchedList | undefined;
  /** Lines that cannot be recorded, or the list itself. */
  readonly left: readonly Finding[];
}

/**
 * Reads a watched list, which has one link per line. Skips blank lines and those that start with `#`.
 * A line with unusual line breaks in it is left whole, since an editor shows it as several.
 */
export async function readWatchedList(path: string): Promise<ReadList> {
  const refused = (reason: string) => ({ list: undefined, left: [{ path, reason }] });
  try {
    const file = await readRegularFile(path);
    if (file === undefined) return { list: undefined, left: [] };
    const { content } = file;
    if (hasUtf16Mark(content)) return refused(IN_UTF_16);
    const { ino, birthtimeMs, mtimeMs } = file.stats;
    const { length: size } = content;
    const identity = { ino, birthtimeMs, mtimeMs, size, hash: hashOf(content) };
    const { left, links } = linksIn(path, content);
    return { list: { path, identity, content, links }, left };
  } catch (error) {
    if (error instanceof Failure) return refused(`is ${NOT_REGULAR}, so it is not read`);
    return refused(`cannot be read (${systemErrorCode(error)})`);
  }
}

/** Whether `now` is still the same list, to which lines may have been added. */
export function isSameList(then: ListIdentity, now: WatchedList): boolean {
  const { ino, birthtimeMs, mtimeMs, size } = now.identity;
  if (then.ino !== ino || then.birthtimeMs !== birthtimeMs) return false;
  const isUnchanged = then.mtimeMs === mtimeMs && then.size === size;
  const hasGrown = size > then.size && hashOf(now.content.subarray(0, then.size)) === then.hash;
  return isUnchanged || hasGrown;
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('base64');

function linksIn(path: string, content: Buffer) {
  const read = splitLines(content).flatMap((bytes, index) => {
    const line = { path, number: index + 1, bytes };
    const link = linkIn(line);
    return link === undefined ? [] : [{ line, ...link }];
  });
  return {
    links: read.flatMap((one) => ('id' in one ? [one] : [])),
    left: read.flatMap((one) => ('reason' in one ? [lineFinding(one.line, one.reason)] : [])),
  };
}

/** The link of a line, or why it is not recorded; undefined for a blank line or a comment. */
function linkIn({
  bytes,
}: ListLine): Omit<ListedLink, 'line'> | { readonly reason: string } | undefined {
  const line = lineText(bytes);
  if (STRAY_LINE_END.test(line)) return { reason: STRAY_LINE_ENDS };
  const text = visible(line);
  if (text === '' || text.startsWith('#')) return undefined;
  if (isUtf16(bytes)) return { reason: LINE_IN_UTF_16 };
  const link = readLine(text);
  const reason = whyItStays(link);
  if (reason !== undefined) return { reason };
  const dated = readLineDate(text);
  if (dated !== undefined && 'problem' in dated) return { reason: dated.problem };
  return 'id' in link ? { ...link, date: dated?.date } : undefined;
}

/** Says why a line of the list stays. */
export function lineFinding({ path, number, bytes }: ListLine, reason: string): Finding {
  return { path: `${path}:${number}`, reason, text: lineText(bytes) };
}

/** CR alone, and what Word and TextEdit insert for Enter with Shift or Option. */
const STRAY_LINE_END = /[\r\v\f\u2028\u2029]/;
const STRAY_LINE_ENDS =
  'has unusual line breaks, such as old Mac ones: save the list with normal line breaks';

const LINE_IN_UTF_16 =
  'is in UTF-16, which Windows PowerShell writes: save the list as UTF-8, or type the line again';

/** Windows PowerShell 5 appends in UTF-16 to any file, without a byte order mark. */
function isUtf16(line: Buffer): boolean {
  return /[^\0]\0[^\0]\0/.test(line.toString('latin1'));
}

/** Decodes a line, without surrounding white space and byte order mark. */
function lineText(bytes: Buffer): string {
  if (!isUtf16(bytes)) return withoutEnds(bytes.toString('utf8'));
  // UTF-16LE ends a line with 0A 00, so the next line starts with the second of these bytes.
  const start = bytes[0] === 0 ? 1 : 0;
  return withoutEnds(bytes.subarray(start).toString('utf16le'));
}

const withoutEnds = (text: string) => text.replace(/^[\uFEFF\0\s]+/, '').trimEnd();

/** Why a list that {@link hasUtf16Mark} is neither read nor written. */
export const IN_UTF_16 = 'is in UTF-16: save it as UTF-8';

/** Windows PowerShell 5 starts new files with this byte order mark. */
export function hasUtf16Mark(content: Buffer): boolean {
  const mark = content.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff';
}
