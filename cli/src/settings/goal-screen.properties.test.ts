import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { anyHistory } from '../progress/testing/any-history.ts';
import { reflow } from '../text/flow.ts';
import { plainPaint } from '../text/paint.ts';
import { goalScreen } from './goal-screen.ts';

test('whatever the goal, every line fits the terminal', () => {
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 20, max: 80 }), (history, columns) => {
      // As every text that a command says.
      const lines = reflow(goalScreen(history, columns, plainPaint), columns).split('\n');

      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    }),
  );
});
