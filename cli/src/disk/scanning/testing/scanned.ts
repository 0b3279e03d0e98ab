import { createFolder, type Folder } from '../../../testing/folder.ts';
import type { Finding } from '../../finding.ts';
import { scanMedia } from '../scan.ts';

/** The result of a scan: names of videos by show or by movie folder, and the paths of findings. */
export async function found(folder: Folder) {
  const named = (findings: readonly Finding[]) =>
    findings.map(({ path }) => folder.within(path)).sort();
  const { shows, movies, left, passedOver } = await scanMedia(folder.path);
  return {
    shows: Object.fromEntries(shows.map(({ name, videos }) => [name, videos.map((v) => v.name)])),
    movies: Object.fromEntries(
      movies.map(({ path, videos }) => [folder.within(path), videos.map((v) => v.name)]),
    ),
    left: named(left),
    passedOver: named(passedOver),
  };
}

/** The result of scanning these files. */
export const scanned = (...files: readonly string[]) => found(createFolder(...files));
export const NOTHING = { shows: {}, movies: {}, left: [], passedOver: [] };

/** The reasons of all findings in these files. */
export async function reasonsOf(...files: readonly string[]): Promise<string[]> {
  const { left, passedOver } = await scanMedia(createFolder(...files).path);
  return [...left, ...passedOver].map(({ reason }) => reason);
}
