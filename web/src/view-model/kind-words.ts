import { type KnownKind, linkKinds, mediaKinds } from '@immersion-tracker/contract';

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The heading over all shows, say. */
export const titleOf = ({ nouns }: KnownKind): string => capitalised(nouns.group[1]);

/** Where the client looks for what was watched of a kind that is files. */
function folderOf({ nouns, group }: KnownKind): string {
  const [one, other] = nouns.shortGroup;
  return group === null ? `${other}/watched/` : `${other}/<${one}>/watched/`;
}

/** What to say of a kind of which there is nothing yet: how to record the first. */
export function howToBegin(kind: KnownKind): string {
  const { nouns, foundIn } = kind;
  const place =
    foundIn === 'folder' ? `them into ${folderOf(kind)}` : 'their links into watched.txt';
  return `No ${nouns.shortRecord[1]} yet. Put ${place} of your media folder, and sync.`;
}

/** A media folder with something of every kind, line by line. */
export function mediaFolder(): string[] {
  const providers = new Set(linkKinds.map(({ provider }) => provider.name));
  const links = new Intl.ListFormat('en').format(providers);
  return [
    'Media/',
    ...mediaKinds
      .filter(({ foundIn }) => foundIn === 'folder')
      .map((kind) => `  ${folderOf(kind)}<${kind.nouns.shortRecord[0]}>.mkv`),
    `  watched.txt   links to ${links}, one a line`,
  ];
}
