import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createLines } from './progress-display.ts';

test('without a terminal, every tenth of the work prints a line', () => {
  const output = new PassThrough({ encoding: 'utf8' });
  const progress = createLines(output);

  progress.begin('Copying', 20_000);
  for (const items of [1000, 999, 1, 5000, 0, 13_000]) progress.advance(items);
  progress.end();

  expect(output.read()).toBe(`Copying: 2,000 of 20,000 items
Copying: 7,000 of 20,000 items
Copying: 20,000 of 20,000 items
`);
});
