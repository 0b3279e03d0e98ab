import { counted, thousands } from '@immersion-tracker/contract';
import { isThere } from '../../disk/files.ts';
import type { ChangeOf, Reversal } from '../../receipts/receipt.ts';
import { printable } from '../../text/printable.ts';
import { readStored } from '../../tracker/stored.ts';
import type { Moments } from '../moments.ts';

/** How many things of a kind are named. */
const MOST_NAMED = 8;

/** What is about to happen. */
export function reversalInWords(reversal: Reversal, moments: Moments): string[] {
  switch (reversal.kind) {
    case 'records removed':
    case 'records restored': {
      const { records } = reversal;
      const verb = reversal.kind === 'records removed' ? 'removed' : 'recorded again';
      const names = records.flatMap((record) => {
        const stored = readStored(record);
        return stored === undefined ? [] : `${stored.name}, ${moments.inWords(stored.watched_at)}`;
      });
      return [`${counted(records.length, 'record')} will be ${verb}:`, ...someOf(names)];
    }
    case 'records moved':
      return reversal.records.flatMap(({ name, from, to }) => [
        `${printable(name)} will move`,
        `  from  ${moments.inWords(from)}`,
        `  to    ${moments.inWords(to)}`,
      ]);
    case 'show named':
      return [idInWords(reversal.folder_name, reversal.to)];
    case 'movie named':
      return [idInWords(reversal.file_name, reversal.to)];
    case 'list edited': {
      const lines = reversal.lines.flatMap(({ line, from, to }) => {
        const text = Buffer.from(line, 'base64').toString('utf8').trim();
        return Array<string>(Math.abs(to - from)).fill(text);
      });
      const isPutBack = reversal.lines.some(({ from, to }) => to > from);
      const verb = isPutBack ? 'put back into' : 'taken out of';
      const words = `${counted(lines.length, 'line')} will be ${verb} ${printable(reversal.path)}:`;
      return [words, ...someOf(lines)];
    }
  }
}

const idInWords = (name: string, id: number | null) =>
  id === null
    ? `${printable(name)} will have no TheTVDB id again`
    : `${printable(name)} gets its former TheTVDB id back: ${id}`;

/**
 * Where the files are that a sync was about to remove. A file may also have gone otherwise, since the sync
 * may have been stopped before it.
 */
export async function filesInWords(
  changes: readonly ChangeOf<'files removed'>[],
): Promise<string[]> {
  const all: string[] = [];
  for (const change of changes) {
    const there = await Promise.all(change.paths.map((path) => isThere(path).catch(() => false)));
    const gone = change.paths.filter((_, index) => there[index] !== true);
    const still = change.paths.filter((_, index) => there[index] === true);
    const are = gone.length === 1 ? 'is' : 'are';
    const inTrash = change.to === 'trash' ? ', but may be in the trash' : '';
    const where = `${counted(gone.length, 'video')} ${are} gone${inTrash}:`;
    if (gone.length > 0) all.push(where, ...someOf(gone));
    if (still.length > 0) {
      const stay = still.length === 1 ? 'is' : 'are';
      all.push(`${counted(still.length, 'video')} ${stay} still there:`, ...someOf(still));
    }
  }
  return all;
}

function someOf(names: readonly string[]): string[] {
  const rest = names.length - MOST_NAMED;
  return [
    ...names.slice(0, MOST_NAMED).map((name) => `  ${printable(name)}`),
    ...(rest > 0 ? [`  and ${thousands(rest)} more`] : []),
  ];
}
