import type { FileIdentity, FoundFile } from '../files.ts';
import type { Finding } from '../finding.ts';
import type { Video, VideoFolder } from '../video-folder.ts';
import { rolesIn } from './roles.ts';

/** What goes with videos that go. */
export interface Companions {
  /** Sidecar files of these videos, which go also when the folder stays. */
  readonly withVideos: readonly FoundFile[];
  /** If no video stays, for whose sake the folder does all the same. */
  readonly blockers: readonly Finding[];
  /** What goes besides if the folder itself does; its folders are the deepest first. */
  readonly whole?: { readonly sidecars: readonly FoundFile[]; readonly folders: readonly string[] };
}

/**
 * What goes with those videos of a folder that are `going`. `noted` are sidecar files of videos that an
 * earlier run has removed: those that are still the same, and fit no other video, go too.
 */
export function companionsOf(
  folder: VideoFolder,
  going: ReadonlySet<Video>,
  noted: readonly FileIdentity[] = [],
): Companions {
  const roles = [...rolesIn(folder, noted)];
  const goes = new Set<FileIdentity>(going);
  const withVideos = roles.flatMap(([file, role]) => {
    return role.kind === 'companion' && role.owners.every((one) => goes.has(one)) ? [file] : [];
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
