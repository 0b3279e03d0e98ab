import type { Remark } from '../../media/remarks.ts';
import { lineRemark } from '../../media/watched-list.ts';
import { counted } from '../../text/counted.ts';
import { KINDS } from '../kinds.ts';
import type { Claim } from '../plan/claims.ts';
import type { Refused } from '../record/send-in-parts.ts';

/** Why files and lines stay. Those that wait for the same provider are one remark, with a count. */
export function leftRemarks(refused: readonly Refused<Claim>[]): Remark[] {
  const waiting = refused.filter(({ providerIsDown }) => providerIsDown);
  const alone = refused.filter(({ providerIsDown }) => !providerIsDown);
  const groups = Map.groupBy(waiting, ({ item, reason }) => JSON.stringify([item.kind, reason]));
  return [...alone.map(remarkOn), ...[...groups.values()].flatMap(inOne)];
}

function remarkOn({ item, reason }: Refused<Claim>): Remark {
  return 'line' in item ? lineRemark(item.line, reason) : { path: item.video.path, reason };
}

function inOne(refused: readonly Refused<Claim>[]): Remark[] {
  const [first] = refused;
  if (first === undefined || refused.length === 1) return refused.map(remarkOn);
  const { item, reason } = first;
  return [{ path: counted(refused.length, KINDS[item.kind].noun), reason }];
}
