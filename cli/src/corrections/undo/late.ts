import type { ChangeOf, Reversal } from '../../receipts/receipt.ts';

type ListEdited = ChangeOf<'list edited'>;
type RecordsRemoved = ChangeOf<'records removed'>;

/**
 * Adds to the plan of an undo what a sync that is still running has done since the plan was made: lines that it
 * has taken out of the list, and records. `now` is what would be planned now. Returns the plan itself if there is
 * nothing to add.
 */
export const withLate = (
  plan: readonly Reversal[],
  now: readonly Reversal[],
): readonly Reversal[] =>
  now.reduce((all, one) => {
    if (one.kind === 'list edited') return withLines(all, one);
    return one.kind === 'records removed' ? withRecords(all, one) : all;
  }, plan);

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

function withRecords(plan: readonly Reversal[], now: RecordsRemoved): readonly Reversal[] {
  const planned = new Set(
    plan.flatMap((one) => (one.kind === 'records removed' ? one.records : [])).map(({ sk }) => sk),
  );
  const records = now.records.filter(({ sk }) => !planned.has(sk));
  return records.length === 0 ? plan : [...plan, { ...now, records }];
}
