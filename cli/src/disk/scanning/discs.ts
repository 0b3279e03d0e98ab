import { basename, dirname } from 'node:path';
import { isAmongOrBeneath, partsOf, type Walked } from '../walk.ts';

const OF_DISC = new RegExp(
  [
    '^(VIDEO_TS|AUDIO_TS|HVDVD_TS|BDMV)$',
    '^(VIDEO_TS|VTS_\\d\\d_\\d)\\.(VOB|IFO|BUP)$',
    '^(index|MovieObject)\\.bdmv$',
  ].join('|'),
  'i',
);

/**
 * The DVDs and Blu-rays in `watched` folders beneath `base`. Each is given as the folder that contains
 * it, or as the disc's own folders and files if these lie directly in `watched`.
 */
export function discsIn(base: string, { files, folders }: Walked): string[] {
  const ofDiscs = [...folders, ...files]
    .map(({ path }) => path)
    .filter(
      (path) => OF_DISC.test(basename(path)) && partsOf(base, dirname(path)).includes('watched'),
    )
    .map((path) => (basename(dirname(path)) === 'watched' ? path : dirname(path)));
  const discs = [...new Set(ofDiscs)];
  const isOfDisc = isAmongOrBeneath(discs);
  return discs.filter((disc) => !isOfDisc(dirname(disc))).sort();
}
