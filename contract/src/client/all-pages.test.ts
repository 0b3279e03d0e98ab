import { expect, test } from 'vitest';
import { allPages } from './all-pages.ts';

/** A list whose pages have these cursors, counted from 1, and the cursors with which they are requested. */
function listWith(next: (page: number) => string | null) {
  const asked: (string | undefined)[] = [];
  const pages = allPages(async (before) => {
    asked.push(before);
    return { next: next(asked.length) };
  });
  return { asked, read: () => Array.fromAsync(pages) };
}

test('each page is requested with the cursor of the one before', async () => {
  const { asked, read } = listWith((page) => (page < 3 ? `${page}` : null));

  expect(await read()).toHaveLength(3);
  expect(asked).toEqual([undefined, '1', '2']);
});

test.each<[string, (page: number) => string, number]>([
  ['cursors repeat', (page) => `${page % 2}`, 3],
  ['cursors are always new', (page) => `${page}`, 10_000],
])('a list whose %s is an error', async (_, next, requests) => {
  const { asked, read } = listWith(next);

  await expect(read()).rejects.toMatchObject({
    name: 'ApiError',
    message: 'The tracker sends a list that never ends. Check the address.',
  });
  expect(asked).toHaveLength(requests);
});
