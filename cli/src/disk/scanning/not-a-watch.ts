import type { Layout } from '../../media/layout.ts';
import type { Flag } from '../../media/names/flags.ts';
import { folderFlags, readFolderName } from '../../media/names/folder.ts';
import { readMovie } from '../../media/names/read-name.ts';
import { controlFileOf } from '../../media/names/unfinished.ts';

const LOOKS_LIKE: Readonly<Record<Exclude<Flag, 'unfinished'>, string>> = {
  sample: 'a sample',
  creditless: 'an opening or ending',
  trailer: 'a trailer',
  extra: 'an extra',
};

/**
 * Why a video in `watched` is probably not something that the learner watched, and what to do about it;
 * undefined if it may be. `parts` is its path from the show's folder or from `movies`. `unfinished` is
 * what {@link unfinishedAmong} found in its folder.
 */
export function notAWatch(
  parts: readonly string[],
  unfinished: ReadonlyMap<string, string>,
  { noun }: Layout,
): string | undefined {
  const name = parts.at(-1) ?? '';
  // `readMovie` finds the same flags in an episode's name, and is faster.
  const byName = readMovie(name).flags;
  const folders = parts.slice(0, -1).filter((folder) => folder !== 'watched');
  const byFolder = folders.flatMap((folder) => folderFlags(readFolderName(folder)));
  const flags = [...byName, ...byFolder];
  const control = unfinished.get(name);
  if (control !== undefined) {
    return `is an unfinished download: it will be recorded once ${control} is gone`;
  }
  if (flags.includes('unfinished')) {
    return 'is an unfinished download: rename it if it is complete, or delete it';
  }
  const flag = flags.find((one) => one !== 'unfinished');
  if (flag === undefined) return undefined;
  const advice = byName.includes(flag) ? 'rename it' : 'move it to another folder';
  return `looks like ${LOOKS_LIKE[flag]}: ${advice} if it is ${noun}, or delete it`;
}

/** Firefox downloads into `05.aB3dE5fG.mkv.part`, and keeps an empty `05.mkv` beside it. */
const RANDOM = /\.[\w-]{8}(?=\.[^.]+$)/;

/** Maps each video that is still being downloaded to the file that shows this: `05.mkv` to `05.mkv.part`. */
export function unfinishedAmong(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    names.flatMap((name): [string, string][] => {
      const video = controlFileOf(name);
      if (video === undefined) return [];
      return [
        [video, name],
        [video.replace(RANDOM, ''), name],
      ];
    }),
  );
}
