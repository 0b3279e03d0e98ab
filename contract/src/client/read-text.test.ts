import { expect, test } from 'vitest';
import { endlessBody } from '../testing/endless-body.ts';
import { BodyTooLargeError, readText } from './read-text.ts';

test('a body of exactly the limit is read, also with a character across two chunks', async () => {
  const bytes = new TextEncoder().encode('aé');
  const chunks = ReadableStream.from([bytes.slice(0, 2), bytes.slice(2)]);

  expect(await readText(new Response(chunks), 3)).toBe('aé');
});

test('a body above the limit is cancelled instead of read to its end', async () => {
  const { body, pulled } = endlessBody();

  await expect(readText(new Response(body), 10_000)).rejects.toThrow(BodyTooLargeError);

  expect(pulled().bytes).toBeLessThan(20_000);
  expect(pulled().isCancelled).toBe(true);
});

test('a response without a body is an empty text', async () => {
  expect(await readText(new Response(null), 0)).toBe('');
});
