import { itemKey, linkKinds } from '@immersion-tracker/contract';
import { readLine } from '../../links/read-line.ts';
import type { ChangeOf, Reversal } from '../../receipts/receipt.ts';
import { isSameRecord, lookUp } from '../../tracker/look-up.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { recordsThat } from '../records/records-that.ts';

type Line = ChangeOf<'list edited'>['lines'][number];
type Added = ChangeOf<'records added'>['records'];

export const textOf = (line: string) => Buffer.from(line, 'base64').toString('utf8').trim();

/** The id of the first viewing for which a line stands; undefined without a link. */
function recordOf(line: string): string | undefined {
  const link = readLine(textOf(line));
  if (!('id' in link)) return undefined;
  const kind = linkKinds.find(({ provider }) => provider.id === link.provider);
  return kind && itemKey(kind.record, link.id);
}

/** Of a rewatch, the id of the first viewing. Only for what a link leads to: names may end like this. */
const firstOf = (record: string) => record.replace(/(?<=#.*)#\d+$/, '');

/**
 * Leaves out records that must stay, since these lines could not be put back into their list: otherwise their
 * viewings would be nowhere. Says how many.
 */
export function keepRecordsOf(
  lines: readonly string[],
  change: Reversal,
): { readonly change: Reversal; readonly problems: readonly string[] } {
  if (change.kind !== 'records removed' || lines.length === 0) return { change, problems: [] };
  const needed = new Set(lines.map(recordOf));
  const records = change.records.filter(({ sk }) => !needed.has(firstOf(`${sk}`)));
  const problems = recordsThat(
    change.records.length - records.length,
    'stays, since its line could not be put back',
    'stay, since their lines could not be put back',
  );
  return { change: { ...change, records }, problems };
}

/**
 * The lines that may be edited: those that are put back, and those that are taken out while their viewings are
 * recorded. `added` is what the sync recorded that took them out first.
 */
export async function editable(
  tracker: Tracker,
  lines: readonly Line[],
  added: Added,
): Promise<readonly Line[]> {
  const leaving = lines.filter(({ from, to }) => to < from);
  if (leaving.length === 0) return lines;
  const byFirst = Map.groupBy(added, ({ id }) => firstOf(id));
  const needed = leaving.map((line) => {
    const record = recordOf(line.line) ?? '';
    return { line, record, viewings: byFirst.get(record) ?? [] };
  });
  const ids = needed.flatMap(({ record, viewings }) => [record, ...viewings.map(({ id }) => id)]);
  const known = await lookUp(
    tracker,
    [...new Set(ids)].filter((id) => id !== ''),
  );
  const staying = needed.filter(({ record, viewings }) => {
    // A line without a viewing of its own repeated one that had been recorded before.
    if (viewings.length === 0) return !known.has(record);
    return !viewings.every((one) => isSameRecord(known.get(one.id), one));
  });
  const stays = new Set(staying.map(({ line }) => line));
  return lines.filter((line) => !stays.has(line));
}
