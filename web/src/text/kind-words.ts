import { type KnownKind, linkKinds, mediaKinds } from '@immersion-tracker/contract';

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where `immersion sync` looks for the watched files of a kind, such as `movies/watched`. */
export function folderOf({ nouns, group }: KnownKind): string {
  const [one, other] = nouns.shortGroup;
  return group === null ? `${other}/watched` : `${other}/<${one}>/watched`;
}

/** How to record the first of a kind. */
export function howToBegin(kind: KnownKind): string {
  const { nouns, foundIn } = kind;
  const place =
    foundIn === 'folder' ? `them into ${folderOf(kind)}/` : 'their links into watched.txt';
  return `No ${nouns.record[1]} yet. Put ${place} in your media folder, and sync.`;
}

/** Lines that show where each kind goes in a media folder. */
export function mediaFolder(): string[] {
  const providers = new Set(linkKinds.map(({ provider }) => provider.name));
  const links = new Intl.ListFormat('en').format(providers);
  return [
    'Media/',
    ...mediaKinds
      .filter(({ foundIn }) => foundIn === 'folder')
      .map((kind) => `  ${folderOf(kind)}/<${kind.nouns.shortRecord[0]}>.mkv`),
    `  watched.txt   links to ${links}, one per line`,
  ];
}
