import { basename, dirname, join } from 'node:path';
import { controlFileOf } from '../../names/unfinished.ts';
import type { Remark } from '../remarks.ts';
import { rolesIn } from '../sidecars/roles.ts';
import type { VideoFolder } from '../video-folder.ts';
import { isBeneath, partsOf } from '../walk.ts';
import { isInWatched } from './layout.ts';

/** More files of one folder than these are named together. */
const MOST_NAMED = 3;

/**
 * The files in a `watched` beneath `base` that are neither videos nor sidecar files, apart from those in
 * folders that are `named` already, or beside a video that is, as its control file.
 */
export function strangersIn(base: string, folder: VideoFolder, named: readonly Remark[]): Remark[] {
  const paths = new Set(named.map(({ path }) => path));
  const isNamed = (path: string) =>
    paths.has(join(dirname(path), controlFileOf(basename(path)) ?? '')) ||
    named.some((one) => isBeneath(path, one.path));
  const strangers = [...rolesIn(folder)].flatMap(([{ path }, role]) => {
    const isOne = role.kind === 'stranger' && isInWatched(partsOf(base, path)) && !isNamed(path);
    return isOne ? [{ path, reason: role.reason }] : [];
  });
  const byFolder = Map.groupBy(strangers, ({ path }) => dirname(path));
  return [...byFolder].flatMap(([path, remarks]) =>
    remarks.length > MOST_NAMED ? [together(path, remarks)] : remarks,
  );
}

function together(path: string, remarks: readonly Remark[]): Remark {
  const reasons = new Set(remarks.map(({ reason }) => reason));
  const what = reasons.size === 1 ? [...reasons].join('') : 'does not go with a watched video';
  return { path, reason: `holds ${remarks.length} files, each of which ${what}` };
}
