import { basename, dirname } from 'node:path';
import { type FileKind, fileKindOf, isVideo } from '../../media/file-kinds.ts';
import {
  isBin,
  isFontFolder,
  isSidecarFolder,
  isSubtitleFolder,
} from '../../media/folder-kinds.ts';
import { isUnfinished } from '../../media/names/unfinished.ts';
import { type FileIdentity, type FoundFile, isAmong } from '../files.ts';
import type { VideoFolder } from '../video-folder.ts';
import { partsOf } from '../walk.ts';
import { isArtwork } from './artwork.ts';
import { ownersIn } from './owners.ts';
import { type Place, placesIn } from './places.ts';

/** What a file beneath a folder of videos is for. */
export type Role =
  | { readonly kind: 'video' }
  /** A sidecar file of these videos; if there are none, of videos that an earlier run removed. */
  | { readonly kind: 'companion'; readonly owners: readonly FileIdentity[] }
  /** A sidecar file of the folder. */
  | { readonly kind: 'sidecar' }
  /** Neither a video nor a sidecar file. It keeps the folder. */
  | { readonly kind: 'stranger'; readonly reason: string };

/**
 * The role of each file that is not a video to record. `noted` are sidecar files of videos that an
 * earlier run removed.
 */
export function rolesIn(
  folder: VideoFolder,
  noted: readonly FileIdentity[] = [],
): ReadonlyMap<FoundFile, Role> {
  const { videos, contents } = folder;
  if (contents.files.length === 0) return new Map();
  const others = contents.files.filter((file) => isVideoOf(folder, file));
  const ownersOf = ownersIn(folder, [...videos, ...others]);
  const placeOf = placesIn(folder);
  const watchedIn = new Set(videos.map(({ path }) => dirname(path)));
  const wasNoted = isAmong(noted);

  function roleOf(file: FoundFile): Role {
    if (isVideoOf(folder, file)) return { kind: 'video' };
    const owners = ownersOf(file);
    if (owners.length > 0) return { kind: 'companion', owners };
    if (isOfFolder(file)) return { kind: 'sidecar' };
    const kind = fileKindOf(basename(file.path));
    if (mayBeSidecar(kind) && wasNoted(file)) {
      return wentWithFolder(file) ? { kind: 'sidecar' } : { kind: 'companion', owners: [] };
    }
    return { kind: 'stranger', reason: reasonFor(folder, file) };
  }

  function isOfFolder({ path }: FoundFile): boolean {
    const name = basename(path);
    const kind = fileKindOf(name);
    if (kind === 'system' || isInSidecarFolder(folder, path)) return true;
    const place = placeOf(path);
    if (kind === 'font') return isFontPlace(place) || watchedIn.has(dirname(path));
    const names = [basename(folder.path), ...(place.season === '' ? [] : [place.season])];
    return place.within.length === 0 && isArtwork(name, names);
  }

  /** Without the videos, its place is unknown, so any folder above it counts. */
  function wentWithFolder({ path }: FoundFile): boolean {
    const name = basename(path);
    const names = [basename(folder.path), ...foldersAbove(folder, path)];
    return fileKindOf(name) === 'font' || isArtwork(name, names);
  }

  return new Map(contents.files.map((file) => [file, roleOf(file)]));
}

/** Synology puts previews into its own folders; any other video there belongs to the learner. */
function isInSidecarFolder(folder: VideoFolder, path: string): boolean {
  const name = basename(path);
  if (isVideo(name) && !name.startsWith('SYNO')) return false;
  return foldersAbove(folder, path).some(isSidecarFolder);
}

/** Deleted videos in a system's bin, and videos that a system made, do not count. */
function isVideoOf(folder: VideoFolder, { path }: FoundFile): boolean {
  if (!isVideo(basename(path)) || isInSidecarFolder(folder, path)) return false;
  return !foldersAbove(folder, path).some(isBin);
}

function reasonFor(folder: VideoFolder, { path }: FoundFile): string {
  if (foldersAbove(folder, path).some(isBin)) return 'is in a system folder';
  if (isUnfinished(basename(path))) return 'is an unfinished download';
  return 'does not belong to a watched video';
}

/** Whether it is a folder of fonts among the videos or their subtitles. */
function isFontPlace({ within }: Place): boolean {
  const [folder, ...more] = within.filter((name) => !isSubtitleFolder(name));
  return folder !== undefined && more.length === 0 && isFontFolder(folder);
}

function mayBeSidecar(kind: FileKind): boolean {
  return ['subtitle', 'description', 'checksum', 'picture', 'font'].includes(kind);
}

const foldersAbove = (folder: VideoFolder, path: string) => partsOf(folder.path, path).slice(0, -1);
