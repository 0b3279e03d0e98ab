import type { Flag } from '../names/flags.ts';
import { readPath } from '../names/read-name.ts';
import { controlFileOf } from '../names/unfinished.ts';
import type { Layout } from './layout.ts';

const LOOKS_LIKE: Readonly<Record<Exclude<Flag, 'unfinished'>, string>> = {
  sample: 'a sample',
  creditless: 'a creditless opening or ending',
  trailer: 'a trailer',
  extra: 'an extra',
};

/**
 * Why a video in `watched` is not one that somebody watched, and what to do about it; undefined if it
 * may be one. `path` is its way from the folder of the show, with `/`, and `unfinished` are the videos
 * beside it that are still being downloaded.
 */
export function notAWatch(
  path: string,
  unfinished: ReadonlySet<string>,
  { noun }: Layout,
): string | undefined {
  const { flags } = readPath(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (flags.includes('unfinished') || unfinished.has(name)) return 'its download is not finished';
  const flag = flags.find((one) => one !== 'unfinished');
  if (flag === undefined) return undefined;
  const isByName = readPath(name).flags.includes(flag);
  const mend = isByName ? 'rename it' : 'move it to another folder';
  return `looks like ${LOOKS_LIKE[flag]}: ${mend} if it is ${noun}, or delete it`;
}

/** The videos that are incomplete for as long as these files lie beside them. */
export function unfinishedAmong(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => controlFileOf(name) ?? []));
}
