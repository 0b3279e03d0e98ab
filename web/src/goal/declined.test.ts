import { afterEach, expect, test, vi } from 'vitest';
import { decline, hasDeclined } from './declined.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('only the user who declined is not asked again', () => {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });

  decline('alice');

  expect([hasDeclined('alice'), hasDeclined('bob')]).toEqual([true, false]);
});

test('a browser without storage asks again', () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied });

  decline('alice');

  expect(hasDeclined('alice')).toBe(false);
});
