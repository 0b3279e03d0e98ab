import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  forgetLogin,
  forgetRefused,
  type LoginStorages,
  savedLogin,
  saveLogin,
} from './saved-login.ts';

const alice = { user: 'alice', password: 'correct horse' };
const bob = { user: 'bob', password: 'battery staple' };

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

const storages = (session: Storage, lasting: Storage): LoginStorages => ({
  session: () => session,
  lasting: () => lasting,
});
/** The same browser after all its windows were closed. */
const laterSession = ({ lasting }: LoginStorages) => storages(memory(), lasting());
/** A storage that holds a text, whoever wrote it. */
const holding = (text: string): Storage => ({ ...memory(), getItem: () => text });

describe('whoever signs in', () => {
  test.each([
    ['until the browser session ends', false, undefined],
    ['in later browser sessions too, if that was asked for', true, alice],
  ])('is signed in %s', (_, lasts, later) => {
    const browser = storages(memory(), memory());

    saveLogin(alice, lasts, browser);

    expect(savedLogin(browser)).toEqual(alice);
    expect(savedLogin(laterSession(browser))).toEqual(later);
  });

  test.each([
    ['for a session, after one kept', true, false, undefined],
    ['to be kept, after one for a session', false, true, bob],
  ])('%s, leaves nothing of whom was before', (_, before, after, later) => {
    const browser = storages(memory(), memory());
    saveLogin(alice, before, browser);

    saveLogin(bob, after, browser);

    expect(savedLogin(browser)).toEqual(bob);
    expect(savedLogin(laterSession(browser))).toEqual(later);
  });

  test('for a session stays so when somebody is kept signed in from another tab', () => {
    const mine = storages(memory(), memory());
    const otherTab = laterSession(mine);
    saveLogin(alice, false, mine);

    saveLogin(bob, true, otherTab);

    expect(savedLogin(mine)).toEqual(alice);
    expect(savedLogin(otherTab)).toEqual(bob);
  });

  test('is known again by any name and password', () => {
    const text = fc.string({ unit: 'grapheme' });

    fc.assert(
      fc.property(fc.record({ user: text, password: text }), fc.boolean(), (login, lasts) => {
        const browser = storages(memory(), memory());

        saveLogin(login, lasts, browser);

        expect(savedLogin(browser)).toEqual(login);
      }),
    );
  });
});

test.each([true, false])('whoever signs out is forgotten (kept signed in: %s)', (lasts) => {
  const browser = storages(memory(), memory());
  saveLogin(alice, lasts, browser);

  forgetLogin(browser);

  expect(savedLogin(browser)).toBeUndefined();
  expect(browser.session().length + browser.lasting().length).toBe(0);
});

test('what others keep in the browser is left to them', () => {
  const browser = storages(memory(), memory());
  browser.session().setItem('theirs', '1');
  browser.lasting().setItem('theirs', '2');

  saveLogin(alice, true, browser);
  forgetLogin(browser);

  expect(browser.session().getItem('theirs')).toBe('1');
  expect(browser.lasting().getItem('theirs')).toBe('2');
});

describe('a login that the tracker has refused', () => {
  test.each([true, false])('is forgotten wherever it was (kept signed in: %s)', (lasts) => {
    const browser = storages(memory(), memory());
    saveLogin(alice, lasts, browser);

    forgetRefused({ ...alice }, browser);

    expect(savedLogin(browser)).toBeUndefined();
    expect(browser.session().length + browser.lasting().length).toBe(0);
  });

  test.each([
    ['of another user', bob],
    ['of the same user with a new password', { ...alice, password: 'new horse' }],
    ['of another user with the same password', { ...alice, user: 'Alice' }],
  ])('leaves alone one %s that was kept since', (_, since) => {
    for (const lasts of [true, false]) {
      const browser = storages(memory(), memory());
      saveLogin(since, lasts, browser);

      forgetRefused(alice, browser);

      expect(savedLogin(browser)).toEqual(since);
      expect(savedLogin(laterSession(browser))).toEqual(lasts ? since : undefined);
    }
  });

  test.each([
    ['in the session', alice, bob, bob],
    ['beyond the session', bob, alice, undefined],
  ])('%s is forgotten there alone', (_, inSession, inLasting, later) => {
    const browser = storages(memory(), memory());
    saveLogin(inLasting, true, browser);
    saveLogin(inSession, false, { ...browser, lasting: memory });

    forgetRefused(alice, browser);

    expect(savedLogin(browser)).toEqual(bob);
    expect(savedLogin(laterSession(browser))).toEqual(later);
  });
});

describe('a browser that holds rubbish', () => {
  const rubbish = [
    '',
    'null',
    'undefined',
    '{',
    '42',
    '"alice"',
    '[]',
    '{}',
    '{"user":"alice"}',
    '{"password":"correct horse"}',
    '{"user":"alice","password":null}',
    '{"user":7,"password":"correct horse"}',
    '["alice","correct horse"]',
  ];

  test.each(rubbish)('such as %s asks for the login', (text) => {
    const browser = storages(holding(text), holding(text));

    expect(savedLogin(browser)).toBeUndefined();
  });

  test.each(rubbish)('such as %s in its session knows whom it keeps signed in', (text) => {
    const lasting = memory();
    saveLogin(alice, true, storages(memory(), lasting));

    expect(savedLogin(storages(holding(text), lasting))).toEqual(alice);
  });

  test('around a login takes the login alone', () => {
    const browser = storages(
      holding('{"user":"alice","password":"correct horse","admin":true}'),
      memory(),
    );

    expect(savedLogin(browser)).toEqual(alice);
  });
});

describe('a browser that refuses', () => {
  const refusing: Storage = {
    length: 0,
    key: refuse,
    getItem: refuse,
    setItem: refuse,
    removeItem: refuse,
    clear: refuse,
  };
  const refusals: readonly (readonly [string, () => Storage])[] = [
    ['to say where things are kept', refuse],
    ['to read and write', () => refusing],
  ];

  test.each(refusals)('%s keeps nobody signed in, and the page goes on', (_, refused) => {
    const browser = { session: refused, lasting: refused };

    saveLogin(alice, true, browser);
    saveLogin(alice, false, browser);
    forgetLogin(browser);
    forgetRefused(alice, browser);

    expect(savedLogin(browser)).toBeUndefined();
  });

  test.each(refusals)('%s in one place forgets a refused login in the other', (_, refused) => {
    const [session, lasting] = [memory(), memory()];
    saveLogin(alice, false, storages(session, memory()));
    saveLogin(alice, true, storages(memory(), lasting));

    forgetRefused(alice, { session: refused, lasting: () => lasting });
    forgetRefused(alice, { session: () => session, lasting: refused });

    expect([session.length, lasting.length]).toEqual([0, 0]);
  });

  test('to let go of a refused login lets the page go on', () => {
    const [session, lasting] = [memory(), memory()];
    saveLogin(alice, false, storages(session, memory()));
    saveLogin(alice, true, storages(memory(), lasting));

    forgetRefused(alice, storages({ ...session, removeItem: refuse }, lasting));

    expect([session.length, lasting.length]).toEqual([1, 0]);
  });

  test.each(
    refusals.flatMap(([how, refused]) => [
      [how, 'session', true, { session: refused }] as const,
      [how, 'lasting storage', false, { lasting: refused }] as const,
    ]),
  )('%s in its %s uses the other place all the same', (_how, _where, lasts, refused) => {
    const browser = { ...storages(memory(), memory()), ...refused };

    saveLogin(alice, lasts, browser);
    const kept = savedLogin(browser);
    forgetLogin(browser);

    expect(kept).toEqual(alice);
    expect(savedLogin(browser)).toBeUndefined();
  });

  test('to keep one more thing does not go on with whom was before', () => {
    const full = memory();
    saveLogin(alice, true, storages(memory(), full));
    const browser = storages(memory(), { ...full, setItem: refuse });

    saveLogin(bob, true, browser);

    expect(savedLogin(browser)).toBeUndefined();
  });
});

describe('the page itself', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('keeps a session in sessionStorage and the rest in localStorage', () => {
    const [session, local] = [memory(), memory()];
    vi.stubGlobal('sessionStorage', session);
    vi.stubGlobal('localStorage', local);

    saveLogin(alice, false);
    const [inSession, notYet] = [session.length, local.length];
    saveLogin(bob, true);
    const kept = savedLogin();
    const [noMore, inLocal] = [session.length, local.length];
    forgetRefused(alice);
    const stillKept = savedLogin();
    forgetLogin();

    expect([inSession, notYet]).toEqual([1, 0]);
    expect([noMore, inLocal]).toEqual([0, 1]);
    expect([kept, stillKept]).toEqual([bob, bob]);
    expect(savedLogin()).toBeUndefined();
  });
});
