import { expect, test } from 'vitest';
import { builtPage } from './built-page.ts';
import { PAGE } from './testing/stack.ts';

test('a dashboard that was built is deployed', () => {
  expect(builtPage(PAGE)).toBe(PAGE);
});

test('one that was not is named, with the command that builds it', () => {
  const nowhere = `${PAGE}/nowhere`;

  expect(() => builtPage(nowhere)).toThrow(
    `${nowhere} holds no dashboard; npm run build --workspace web makes it`,
  );
});
