import type { Finding } from '../../disk/finding.ts';
import type { Media } from '../../disk/scanning/scan.ts';
import { isAmongOrBeneath } from '../../disk/walk.ts';

/** Returns a check: is this keeper, and its folder, still unnamed by the scan? */
export function unnamedBy({ left, passedOver }: Media): (keeper: Finding) => boolean {
  const isNamed = isAmongOrBeneath([...left, ...passedOver].map(({ path }) => path));
  return ({ path }) => !isNamed(path);
}

/** What keeps a folder, in words. */
export function reasonToStay({ path, reason }: Finding): Finding {
  return { path, reason: `keeps its folder, since it ${reason}` };
}
