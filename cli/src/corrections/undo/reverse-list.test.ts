import { mkdirSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFolder } from '../../testing/folder.ts';
import { IS_WINDOWS, makeFifo } from '../../testing/system.ts';
import { reverseList } from './reverse-list.ts';

const LINE = 'https://youtu.be/aB3dE5fG7hI';

const OTHERS: readonly (readonly [what: string, put: (path: string) => void])[] = [
  ['a folder', mkdirSync],
  ['a link', (path) => symlinkSync('other.txt', path)],
  ...(IS_WINDOWS ? [] : [['a FIFO', makeFifo] as const]),
];

test.each(OTHERS)('the lines of a list that is %s by now are named', async (_what, put) => {
  const folder = createFolder();
  folder.write('other.txt', '# mine\n');
  const path = folder.of('watched.txt');
  put(path);
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  const reversed = await reverseList({
    kind: 'list edited',
    path,
    content: base64(`${LINE}\n`),
    lines: [{ line: base64(LINE), from: 1, to: 0 }],
  });

  expect(reversed).toStrictEqual({
    reversals: [],
    cannot: [`${path} is not a regular file. These were its lines:`, LINE],
    missingLines: [base64(LINE)],
  });
});
