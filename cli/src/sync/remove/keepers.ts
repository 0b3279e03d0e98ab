import { dirname } from 'node:path';
import type { Remark } from '../../media/remarks.ts';
import type { Media } from '../../media/scan.ts';

/** What keeps folders, in words, apart from what the scan has named already. */
export function reasonsToStay(
  keepers: readonly Remark[],
  { left, passedOver }: Pick<Media, 'left' | 'passedOver'>,
): Remark[] {
  const named = new Set([...left, ...passedOver].map(({ path }) => path));
  return keepers
    .filter(({ path }) => !named.has(path) && !named.has(dirname(path)))
    .map(({ path, reason }) => ({ path, reason: `keeps its folder, since it ${reason}` }));
}
