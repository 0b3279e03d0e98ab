import type { Remark } from '../../media/remarks.ts';
import type { Media } from '../../media/scan.ts';
import { isAmongOrBeneath } from '../../media/walk.ts';

/** Tells of what keeps a folder whether the scan has not named it, or the folder it is in, already. */
export function unnamedBy({ left, passedOver }: Media): (keeper: Remark) => boolean {
  const isNamed = isAmongOrBeneath([...left, ...passedOver].map(({ path }) => path));
  return ({ path }) => !isNamed(path);
}

/** What keeps a folder, in words. */
export function reasonToStay({ path, reason }: Remark): Remark {
  return { path, reason: `keeps its folder, since it ${reason}` };
}
