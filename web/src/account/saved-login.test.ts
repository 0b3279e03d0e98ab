import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  forgetEverybody,
  forgetRefused,
  type LoginStorages,
  savedLogin,
  saveLogin,
  staysSignedIn,
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
/** The same browser after all its windows are closed. */
const laterSession = ({ lasting }: LoginStorages) => storages(memory(), lasting());
/** A storage that has this text for every key. */
const holding = (text: string): Storage => ({ ...memory(), getItem: () => text });

describe('a user who signs in', () => {
  test.each([
    ['until the browser session ends', false, undefined],
    ['in later browser sessions too, if they asked for it', true, alice],
  ])('stays signed in %s', (_, lasts, later) => {
    const browser = storages(memory(), memory());

    saveLogin(alice, lasts, browser);

    expect(savedLogin(browser)).toEqual(alice);
    expect(savedLogin(laterSession(browser))).toEqual(later);
    expect(staysSignedIn(alice, browser)).toBe(lasts);
    expect(staysSignedIn(bob, browser)).toBe(false);
  });

  test.each([
    ['for the session replaces one who stayed signed in', true, false, undefined],
    ['and stays signed in replaces one in the session', false, true, bob],
  ])('%s', (_, before, after, later) => {
    const browser = storages(memory(), memory());
    saveLogin(alice, before, browser);

    saveLogin(bob, after, browser);

    expect(savedLogin(browser)).toEqual(bob);
    expect(savedLogin(laterSession(browser))).toEqual(later);
  });

  test('for the session stays signed in when somebody else chooses to stay signed in in another tab', () => {
    const mine = storages(memory(), memory());
    const otherTab = laterSession(mine);
    saveLogin(alice, false, mine);

    saveLogin(bob, true, otherTab);

    expect(savedLogin(mine)).toEqual(alice);
    expect(savedLogin(otherTab)).toEqual(bob);
  });

  test('can have any user name and password', () => {
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

describe('a login that the tracker has refused', () => {
  test.each([true, false])('is forgotten (stays signed in: %s)', (lasts) => {
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
  ])('does not take a later login %s with it', (_, since) => {
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
  ])('%s is forgotten only there', (_, inSession, inLasting, later) => {
    const browser = storages(memory(), memory());
    saveLogin(inLasting, true, browser);
    saveLogin(inSession, false, { ...browser, lasting: memory });

    forgetRefused(alice, browser);

    expect(savedLogin(browser)).toEqual(bob);
    expect(savedLogin(laterSession(browser))).toEqual(later);
  });
});

describe('a browser whose storage has a damaged login', () => {
  const damaged = [
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

  test.each(damaged)('such as %s asks for the login again', (text) => {
    const browser = storages(holding(text), holding(text));

    expect(savedLogin(browser)).toBeUndefined();
  });

  test.each(damaged)('such as %s in the session uses the lasting login', (text) => {
    const lasting = memory();
    saveLogin(alice, true, storages(memory(), lasting));

    expect(savedLogin(storages(holding(text), lasting))).toEqual(alice);
  });

  test('with extra fields ignores them', () => {
    const browser = storages(
      holding('{"user":"alice","password":"correct horse","admin":true}'),
      memory(),
    );

    expect(savedLogin(browser)).toEqual(alice);
  });
});

describe('a browser that refuses storage', () => {
  const refusing: Storage = {
    length: 0,
    key: refuse,
    getItem: refuse,
    setItem: refuse,
    removeItem: refuse,
    clear: refuse,
  };
  const refusals: readonly (readonly [string, () => Storage])[] = [
    ['at all', refuse],
    ['when it reads and writes', () => refusing],
  ];

  test.each(refusals)('%s forgets the login, but the page still works', (_, refused) => {
    const browser = { session: refused, lasting: refused };

    saveLogin(alice, true, browser);
    saveLogin(alice, false, browser);
    forgetEverybody(browser);
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

  test('when a refused login is removed does not break the page', () => {
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
  )('%s in its %s still uses the other place', (_how, _where, lasts, refused) => {
    const browser = { ...storages(memory(), memory()), ...refused };

    saveLogin(alice, lasts, browser);
    const kept = savedLogin(browser);
    forgetEverybody(browser);

    expect(kept).toEqual(alice);
    expect(savedLogin(browser)).toBeUndefined();
  });

  test('when it is full forgets the login from before', () => {
    const full = memory();
    saveLogin(alice, true, storages(memory(), full));
    const browser = storages(memory(), { ...full, setItem: refuse });

    saveLogin(bob, true, browser);

    expect(savedLogin(browser)).toBeUndefined();
  });
});

describe('the page', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('saves a login for the session in sessionStorage, and a lasting one in localStorage', () => {
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
    forgetEverybody();

    expect([inSession, notYet]).toEqual([1, 0]);
    expect([noMore, inLocal]).toEqual([0, 1]);
    expect([kept, stillKept]).toEqual([bob, bob]);
    expect(savedLogin()).toBeUndefined();
  });
});

test('signing out forgets everything that the page stored, and nothing of other pages', () => {
  const browser = storages(memory(), memory());
  saveLogin(alice, true, browser);
  for (const storage of [browser.session(), browser.lasting()]) {
    storage.setItem('immersion-tracker.no-goal.alice', 'true');
    storage.setItem('another-page', 'kept');
  }

  forgetEverybody(browser);

  for (const storage of [browser.session(), browser.lasting()]) {
    expect([storage.length, storage.key(0)]).toEqual([1, 'another-page']);
  }
});
