import type { ChangeOf, Receipt, Reversal } from '../../receipts/receipt.ts';
import { reverseList } from './reverse-list.ts';

type ListEdited = ChangeOf<'list edited'>;

/**
 * Adds the lines to the plan of an undo that its `target`, a sync that is still running, has taken out of
 * the list since the plan was made. Returns the plan itself if there are none.
 */
export async function withLateLines(
  plan: readonly Reversal[],
  target: Receipt,
): Promise<readonly Reversal[]> {
  const taken = target.changes.filter((change) => change.kind === 'list edited');
  const now = (await Promise.all(taken.map((one) => reverseList(one)))).flatMap(
    ({ reversals }) => reversals,
  );
  return now.reduce(withLines, plan);
}

function withLines(plan: readonly Reversal[], now: ListEdited): readonly Reversal[] {
  const planned = plan.find(
    (one): one is ListEdited => one.kind === 'list edited' && one.path === now.path,
  );
  if (planned === undefined) return [...plan, now];
  const lines = new Map([...planned.lines, ...now.lines].map((one) => [one.line, one]));
  const isSame = planned.lines.every((one) => isSameCount(one, lines.get(one.line)));
  if (isSame && lines.size === planned.lines.length) return plan;
  const edited = { ...planned, lines: [...lines.values()] };
  return plan.map((one) => (one === planned ? edited : one));
}

type Line = ListEdited['lines'][number];

const isSameCount = (a: Line, b: Line | undefined) => a.from === b?.from && a.to === b.to;
