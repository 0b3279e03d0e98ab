import { lookBeneath } from '../media/beneath.ts';
import { isSame } from '../media/files.ts';
import type { Disk } from './disk.ts';
import { ifThere } from './if-there.ts';
import { NOTHING, type Removed } from './remove-video.ts';
import type { FinishedShow } from './unfinished.ts';

/**
 * Removes a show's folder that holds no more videos, with the sidecar files that were there when its
 * videos were acknowledged. Anything else that has come into it keeps it, as it is. Throws where the
 * system refuses.
 */
export async function removeShow(disk: Disk, { path, sidecars }: FinishedShow): Promise<Removed> {
  const now = await lookBeneath(path, new Set());
  const added = now.sidecars.find((file) => !sidecars.some((known) => isSame(known, file)));
  const keeper =
    now.keepers[0] ?? (added && { path: added.path, reason: 'is new, or has changed' });
  if (keeper !== undefined) return { ...NOTHING, keeper };

  let [files, bytes] = [0, 0];
  for (const file of now.sidecars) {
    if (!(await ifThere(() => disk.removeFile(file.path)))) continue;
    files += 1;
    bytes += file.names === 1 ? file.size : 0;
  }
  for (const folder of now.folders) await ifThere(() => disk.removeEmptyFolder(folder));
  const removed = await ifThere(() => disk.removeEmptyFolder(path));
  return { files, bytes, folders: removed ? 1 : 0 };
}
