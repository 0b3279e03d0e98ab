import { describe, expect, test } from 'vitest';
import { type KnownRecord, markOf } from '../../tracker/look-up.ts';
import type { Claim } from '../claims/claims.ts';
import { entryOf } from '../journal/entries.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { episode, link, listOf, movie } from '../testing/claims.ts';
import { idsOf, statesOf } from './states.ts';

const OURS = 'source-of-the-run-that-was-killed';

/** The records of a tracker, all made at the same time. */
function tracker(...records: readonly (readonly [id: string, source: string | null])[]) {
  return new Map(
    records.map(([id, source]): [string, KnownRecord] => [id, { id, watched_at: 1000, source }]),
  );
}

const [first, second] = [episode('Bocchi', '01'), episode('Bocchi', '02')];

/** The claims by state, without states that have none. */
function sorted(...args: Parameters<typeof statesOf>) {
  const { fresh, own, known, repeated } = statesOf(...args);
  const claims = (list: readonly { readonly claim: Claim }[]) => list.map(({ claim }) => claim);
  const all = { fresh, own: claims(own), known: claims(known), repeated: claims(repeated) };
  return Object.fromEntries(Object.entries(all).filter(([, { length }]) => length > 0));
}

test('a claim without a record is fresh', () => {
  expect(sorted([first, second], tracker(), [])).toStrictEqual({ fresh: [first, second] });
});

test('a claim with a record is known if it does not have an entry in the journal', () => {
  const { known } = statesOf([first], tracker([first.record, OURS]), []);

  expect(known).toStrictEqual([
    { claim: first, recorded: { id: first.record, watched_at: 1000, source: OURS } },
  ]);
});

describe('a claim with an entry in the journal', () => {
  const entry = entryOf(first, first.record, OURS);

  test('is own if the record has the noted source', () => {
    const records = tracker([first.record, OURS]);

    expect(sorted([first], records, [entry])).toStrictEqual({ own: [first] });
  });

  test('is known if another request made the record', () => {
    for (const source of ['source-of-another', null]) {
      const records = tracker([first.record, source]);

      expect(sorted([first], records, [entry])).toStrictEqual({ known: [first] });
    }
  });

  test('is fresh if the request never reached the tracker', () => {
    expect(sorted([first], tracker(), [entry])).toStrictEqual({ fresh: [first] });
  });

  test.each([
    ['size', { size: 1001 }],
    ['time of change', { ctimeMs: 2001 }],
    ['time of modification', { mtimeMs: 1001 }],
    ['inode', { ino: 5 }],
  ])('is known if the %s of the file has changed', (_what, change) => {
    const replaced = { ...first, video: { ...first.video, ...change } };
    const records = tracker([first.record, OURS]);

    expect(sorted([replaced], records, [entry])).toStrictEqual({ known: [replaced] });
  });

  test('is known if the entry is for another file', () => {
    const copy = episode('Bocchi', '01', 'mp4');
    const records = tracker([first.record, OURS]);

    expect(sorted([copy], records, [entry])).toStrictEqual({ known: [copy] });
  });

  test('is own if the noted record has another id, such as a rewatch', () => {
    const rewatch = `${first.record}#1795737600`;
    const noted = entryOf(first, rewatch, OURS);

    const records = tracker([first.record, null], [rewatch, OURS]);

    expect(sorted([first], records, [noted])).toStrictEqual({ own: [first] });
    expect(sorted([first], tracker([first.record, null]), [noted])).toStrictEqual({
      known: [first],
    });
  });

  test('is own if the noted record does not have a source, but its time has not changed', () => {
    const records = tracker([first.record, null]);
    const [recorded] = records.values();
    const noted = entryOf(first, first.record, recorded ? markOf(recorded) : '');
    const later = new Map([[first.record, { id: first.record, watched_at: 1001, source: null }]]);

    expect(sorted([first], records, [noted])).toStrictEqual({ own: [first] });
    expect(sorted([first], later, [noted])).toStrictEqual({ known: [first] });
  });
});

describe('two claims of one record', () => {
  const copy = episode('Bocchi', '01', 'mp4');

  test('are a fresh one and a repeated one', () => {
    const states = statesOf([first, copy], tracker(), []);

    expect(states.fresh).toStrictEqual([first]);
    expect(states.repeated).toStrictEqual([{ claim: copy, first }]);
  });

  test('are both known if the record exists', () => {
    const records = tracker([first.record, null]);

    expect(sorted([first, copy], records, [])).toStrictEqual({ known: [first, copy] });
  });
});

describe('equal lines', () => {
  const [one, two] = [link('aB3dE5fG7hI', 1), link('aB3dE5fG7hI', 9)];
  const records = tracker([one.record, OURS]);
  const entry: JournalEntry = entryOf(one, one.record, OURS);

  test('are own as often as the journal has entries', () => {
    expect(sorted([one, two], records, [entry])).toStrictEqual({ own: [one], known: [two] });
    expect(sorted([one, two], records, [entry, entry])).toStrictEqual({ own: [one, two] });
  });

  test.each([
    ['was replaced by a new file', { ino: 43 }, undefined, false],
    ['was created again', { birthtimeMs: 501 }, undefined, false],
    ['was written again, with the same content', { mtimeMs: 1001 }, undefined, false],
    ['is the same', {}, undefined, true],
    ['has grown', { mtimeMs: 2000 }, `https://youtu.be/${one.id}\n# more\n`, true],
    ['has another start', { mtimeMs: 2000 }, `# mine\nhttps://youtu.be/${one.id}\n`, false],
  ])('in a list that %s', (_, change, text, isOwn) => {
    const list = text === undefined ? one.list : listOf(text);
    const now = { ...one, list: { ...list, identity: { ...list.identity, ...change } } };

    expect(sorted([now], records, [entry])).toStrictEqual({ [isOwn ? 'own' : 'known']: [now] });
  });
});

test('a name that was recorded with decomposed letters is known in both spellings', () => {
  const suzume = movie('Pokémon');
  const decomposed = 'MOVIE#Poke\u0301mon';

  expect(idsOf([suzume], [])).toStrictEqual(['MOVIE#Pok\u00e9mon', decomposed]);
  expect(statesOf([suzume], tracker([decomposed, null]), []).known[0]?.recorded.id).toBe(
    decomposed,
  );
});

test('the ids of the claims and of their entries in the journal are looked up', () => {
  const rewatch = `${first.record}#1795737600`;
  const entries = [entryOf(first, rewatch, OURS), entryOf(second, second.record, OURS)];

  expect(idsOf([first], entries)).toStrictEqual([first.record, rewatch]);
});
