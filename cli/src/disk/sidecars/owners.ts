import { basename, dirname } from 'node:path';
import { lazy } from '@immersion-tracker/contract';
import { type FileKind, fileKindOf, withoutExtension } from '../../media/file-kinds.ts';
import { isSubtitleFolder } from '../../media/folder-kinds.ts';
import type { FileIdentity } from '../files.ts';
import type { VideoFolder } from '../video-folder.ts';
import { type Place, placesIn } from './places.ts';
import { asVideo, episodeOf, saidSeason, saysNoMore } from './same-episode.ts';
import { areTags, isPictureTag } from './tags.ts';

/** Finds the videos that a file belongs to: several if it fits them equally. */
type OwnersOf = (file: FileIdentity) => readonly FileIdentity[];

/** `videos` are all videos of the folder, including those that stay. */
export function ownersIn(folder: VideoFolder, videos: readonly FileIdentity[]): OwnersOf {
  const placeOf = placesIn(folder);
  const seasons = new Map(videos.map((video) => [video, placeOf(video.path).season]));
  const titles = Map.groupBy(videos, ({ path }) => key(withoutExtension(basename(path))));
  const names = Map.groupBy(videos, ({ path }) => key(basename(path)));

  const byNumber = lazy(() => {
    const isOf = folder.holds === 'episodes';
    return Map.groupBy(isOf ? videos : [], ({ path }) => episodeOf(folder, path).number);
  });

  return (file) => {
    const title = withoutExtension(basename(file.path));
    const kind = fileKindOf(basename(file.path));
    const place = placeOf(file.path);
    if (!mayBelong(kind, place, titles)) return [];

    const isOfSeason = (video: FileIdentity) => seasons.get(video) === place.season;
    const isNear = (video: FileIdentity) =>
      isOfSeason(video) || seasons.get(video) === '' || place.season === '';
    // Videos of the show itself may own it too, and keep it if they stay.
    const ifOfSeason = (found: readonly FileIdentity[]) => (found.some(isOfSeason) ? found : []);
    const found = longestMatch(title, kind, (text) => {
      return [...(titles.get(text) ?? []), ...(names.get(text) ?? [])].filter(isNear);
    });
    const ofName = inSameFolder(file, ifOfSeason(found));
    if (ofName.length > 0 || kind !== 'subtitle') return ofName;

    const ofFolder = place.within.slice(1).flatMap((one) => titles.get(key(one)) ?? []);
    if (ofFolder.length > 0 && isTrack(title)) return ifOfSeason(ofFolder.filter(isNear));
    const named = asVideo(file.path);
    const season = saidSeason(folder, named);
    const isSaid = ({ path }: FileIdentity) =>
      season !== null && season === saidSeason(folder, path);
    const said = episodeOf(folder, named);
    const sameNumber = (said.number !== undefined && byNumber().get(said.number)) || [];
    const ofNumber = sameNumber
      .filter((one) => isNear(one) || isSaid(one))
      .filter((one) => ofFolder.length === 0 || ofFolder.includes(one));
    const [only] = ofNumber;
    if (only !== undefined && ofNumber.length === 1) {
      const isIts = isOfSeason(only) || isSaid(only);
      return isIts && saysNoMore(said, episodeOf(folder, only.path)) ? ofNumber : [];
    }
    const isOnly = videos.length === 1 && videos.every(isOfSeason) && place.within.length > 0;
    return folder.goes && isOnly && isTrack(title) ? videos : [];
  };
}

/** The videos with the longest name that the file's name starts with, if only tags follow. */
function longestMatch(
  title: string,
  kind: FileKind,
  videosOf: (text: string) => readonly FileIdentity[],
): readonly FileIdentity[] {
  const text = title.normalize('NFC');
  for (let end = text.length; end > 0; end -= 1) {
    const [start, rest] = [text.slice(0, end), text.slice(end)];
    const found = isRest(rest, kind, start) ? videosOf(key(start)) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function isRest(rest: string, kind: FileKind, title: string): boolean {
  if (kind === 'subtitle') return areTags(rest, title);
  return kind === 'picture' ? isPictureTag(rest) : rest === '';
}

/** Among videos that fit equally, prefers those in the file's own folder. */
function inSameFolder(
  file: FileIdentity,
  videos: readonly FileIdentity[],
): readonly FileIdentity[] {
  const beside = videos.filter(({ path }) => dirname(path) === dirname(file.path));
  return beside.length > 0 ? beside : videos;
}

/** An unknown folder among subtitles may belong to another show or season, such as `Subs/Show 2`. */
function mayBelong(
  kind: FileKind,
  { season, within }: Place,
  titles: ReadonlyMap<string, unknown>,
): boolean {
  const [folder, ...more] = within;
  const isKnown = (name: string) =>
    name === season || isSubtitleFolder(name) || areTags(`.${name}`) || titles.has(key(name));
  if (folder !== undefined)
    return kind === 'subtitle' && isSubtitleFolder(folder) && more.every(isKnown);
  return ['subtitle', 'description', 'checksum', 'picture'].includes(kind);
}

/** Whether the name of a subtitle is only its language, as in `Subs/2_English.srt`. */
const isTrack = (title: string) => areTags(`.${title.replace(/^\d+[_.-]/, '')}`);

/** Names that differ only in letter case or Unicode form are the same. */
const key = (name: string) => name.normalize('NFC').toLowerCase();
