import { basename, dirname, join } from 'node:path';
import { isInWatched } from '../../media/layout.ts';
import { controlFileOf } from '../../media/names/unfinished.ts';
import type { Finding } from '../finding.ts';
import { rolesIn } from '../sidecars/roles.ts';
import type { VideoFolder } from '../video-folder.ts';
import { isAmongOrBeneath, partsOf } from '../walk.ts';

/**
 * Returns a function that tells whether a finding already covers a file, its folder, or the video that
 * it controls.
 */
export function namedAmong(findings: readonly Finding[]): (path: string) => boolean {
  const isNamed = isAmongOrBeneath(findings.map(({ path }) => path));
  return (path) => isNamed(join(dirname(path), controlFileOf(basename(path)) ?? ''));
}

/**
 * The files in `watched` folders beneath `base` that are neither videos nor sidecar files, without those
 * that other findings cover.
 */
export function strangersIn(
  base: string,
  folder: VideoFolder,
  isNamed: (path: string) => boolean,
): Finding[] {
  return [...rolesIn(folder)].flatMap(([{ path }, role]) => {
    const isOne = role.kind === 'stranger' && isInWatched(partsOf(base, path)) && !isNamed(path);
    return isOne ? [{ path, reason: role.reason }] : [];
  });
}
