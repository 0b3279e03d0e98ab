import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';
import { lookBeneath } from './beneath.ts';
import { entriesOf } from './entries.ts';
import { isVideo, recordedName } from './file-kinds.ts';
import { type FoundFile, lookAt } from './files.ts';
import type { Remarks } from './remarks.ts';

/** A watched video. */
export interface Video extends FoundFile {
  /** As the tracker records it. */
  readonly name: string;
}

/** The videos directly in `watched` of a folder, by name. */
export async function watchedVideos(folder: string, remarks: Remarks): Promise<Video[]> {
  const watched = await watchedFolder(folder, remarks);
  if (watched === undefined) return [];
  const entries = await entriesOf(watched, remarks);
  const videos = await Promise.all(
    entries.map((entry) => watchedVideo(entry, join(watched, entry.name), remarks)),
  );
  return videos.filter((video) => video !== undefined);
}

/**
 * Looked for among the names in the folder, which may be a link, and whose disk may take `Watched` for
 * the same name without listing it so.
 */
async function watchedFolder(folder: string, remarks: Remarks): Promise<string | undefined> {
  const names = (await entriesOf(folder, remarks)).map(({ name }) => name);
  if (names.includes('watched')) return join(folder, 'watched');
  const similar = names.find((name) => name.toLowerCase() === 'watched');
  if (similar !== undefined) {
    const reason = 'counts only if it is called watched, in small letters';
    remarks.ignored.push({ path: join(folder, similar), reason });
  }
  return undefined;
}

async function watchedVideo(
  entry: Dirent,
  path: string,
  remarks: Remarks,
): Promise<Video | undefined> {
  if (entry.isDirectory()) {
    const nothing = { isGoing: () => false, isSidecar: () => false, otherwise: '' };
    if ((await lookBeneath(path, nothing)).hasVideo) {
      const reason = 'holds videos, and only those directly in watched count';
      remarks.ignored.push({ path, reason });
    }
    return undefined;
  }
  if (!isVideo(entry.name)) return undefined;
  if (!entry.isFile()) {
    remarks.ignored.push({ path, reason: 'is no regular file' });
    return undefined;
  }
  const file = await lookAt(path).catch((error: unknown) => {
    remarks.unreadable.push({ path, reason: `cannot be read (${errorCode(error)})` });
    return undefined;
  });
  const name = recordedName(entry.name);
  if (file !== undefined && name.isWellFormed()) return { ...file, name };
  // Node shows bytes that are not UTF-8 as U+FFFD, and then finds no file of that name. Any other
  // file that is not found was there a moment ago.
  if (file !== undefined || name.includes('\uFFFD')) {
    remarks.unreadable.push({ path, reason: 'its name is no valid Unicode: rename it' });
  }
  return undefined;
}
