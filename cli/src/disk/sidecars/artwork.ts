import { fileKindOf, withoutExtension } from '../../media/file-kinds.ts';

/** The names that media centers give to the artwork of a show, a season or a movie. */
const PICTURE = new RegExp(
  `^(${[
    '(poster|cover|folder|fanart|art|artwork|banner|thumb|thumbnail|landscape|backdrop|background|logo)-?\\d*',
    '(clearlogo|clearart|characterart|keyart|disc|discart|cdart|show|series|tvshow|movie)\\d*',
    'season[-_ ]?(\\d+|all|specials)([-_](poster|banner|fanart|landscape|thumb))?',
  ].join('|')})$`,
  'i',
);

/** What may follow the folder's name. */
const OF_FOLDER =
  /^([-.](poster|fanart|banner|thumb|landscape|clearlogo|clearart|logo|keyart|backdrop|cover|disc|discart)\d*)?$/i;

/**
 * Whether a file directly in the folder of a show, a season or a movie is worthless without its videos,
 * judging by the names that media centers use. Descriptions and checksums are, whatever their names.
 */
export function isArtwork(name: string, folderNames: readonly string[]): boolean {
  const title = withoutExtension(name).normalize('NFC');
  switch (fileKindOf(name)) {
    case 'description':
    case 'checksum':
      return true;
    case 'audio':
      return title.toLowerCase() === 'theme';
    case 'picture':
      return PICTURE.test(title) || folderNames.some((folder) => isNamedAfter(title, folder));
    default:
      return false;
  }
}

function isNamedAfter(title: string, folder: string): boolean {
  const name = folder.normalize('NFC');
  return title.startsWith(name) && OF_FOLDER.test(title.slice(name.length));
}
