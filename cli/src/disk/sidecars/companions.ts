import type { FileIdentity, FoundFile } from '../files.ts';
import type { Finding } from '../finding.ts';
import type { VideoFolder } from '../video-folder.ts';
import { rolesIn } from './roles.ts';

/** The files to remove together with some videos. */
export interface Companions {
  /** Sidecar files of these videos. They go even if the folder stays. */
  readonly withVideos: readonly FoundFile[];
  /** What keeps the folder although no video stays. Empty if a video stays. */
  readonly blockers: readonly Finding[];
  /** What else goes if the whole folder does. Its folders are listed deepest first. */
  readonly whole?: { readonly sidecars: readonly FoundFile[]; readonly folders: readonly string[] };
}

/**
 * Finds the files to remove together with the videos `going` of a folder. `noted` are sidecar files of
 * videos that an earlier run removed: they go too if they are unchanged and fit no other video.
 */
export function companionsOf(
  folder: VideoFolder,
  going: ReadonlySet<FileIdentity>,
  noted: readonly FileIdentity[] = [],
): Companions {
  const roles = [...rolesIn(folder, noted)];
  const withVideos = roles.flatMap(([file, role]) => {
    return role.kind === 'companion' && role.owners.every((one) => going.has(one)) ? [file] : [];
  });
  const videosStay =
    folder.videos.some((video) => !going.has(video)) ||
    roles.some(([, role]) => role.kind === 'video');
  if (videosStay) return { withVideos, blockers: [] };

  const strangers = roles.flatMap(([{ path }, role]) => {
    return role.kind === 'stranger' ? [{ path, reason: role.reason }] : [];
  });
  const blockers = [...folder.contents.blockers, ...strangers];
  if (!folder.goes || blockers.length > 0) return { withVideos, blockers };
  const sidecars = roles.flatMap(([file, role]) => (role.kind === 'sidecar' ? [file] : []));
  return { withVideos, blockers, whole: { sidecars, folders: folder.contents.folders } };
}
