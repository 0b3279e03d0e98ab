import { dirname } from 'node:path';
import type { Remark } from '../../media/remarks.ts';
import type { Media } from '../../media/scan.ts';

/** More than these are only counted. */
const MOST_NAMED = 3;

/** What keeps a folder, in words, apart from what the scan has named already. */
export function reasonsToStay(
  folder: string,
  keepers: readonly Remark[],
  { left, passedOver }: Pick<Media, 'left' | 'passedOver'>,
): Remark[] {
  const named = new Set([...left, ...passedOver].map(({ path }) => path));
  const rest = keepers.filter(({ path }) => !named.has(path) && !named.has(dirname(path)));
  const remarks = rest.slice(0, MOST_NAMED).map(({ path, reason }) => {
    return { path, reason: `keeps its folder, since it ${reason}` };
  });
  const more = rest.length - remarks.length;
  if (more === 0) return remarks;
  return [...remarks, { path: folder, reason: `is kept by ${more} more like these` }];
}
