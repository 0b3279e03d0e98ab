import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PublicError } from '../kernel/errors.ts';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { emptyStore } from '../shows/testing/shows.ts';
import type { Store } from '../store/store.ts';
import { insertRewatch } from '../store/testing/insert-rewatch.ts';
import { distinctEpisodes, type EpisodeNames, rejectSharedKeys } from './shared-keys.ts';

const episode = (folder_name: string, file_name: string): EpisodeNames => ({
  folder_name,
  file_name,
});

/** The `PublicError` of a check, or undefined if it passes. */
function refusalOf(check: () => unknown): PublicError | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof PublicError) return error;
    throw error;
  }
}

describe('the episodes of one request', () => {
  test('are keyed as in the contract, without duplicates', () => {
    const episodes = distinctEpisodes([
      episode('a', '1'),
      episode('b', '1'),
      episode('a', '1'),
      episode('a#b', 'c#d'),
    ]);

    expect([...episodes]).toEqual([
      ['EPISODE#a#1', episode('a', '1')],
      ['EPISODE#b#1', episode('b', '1')],
      ['EPISODE#a#b#c#d', episode('a#b', 'c#d')],
    ]);
  });

  test('are refused with both names if two different ones have the same key', () => {
    const refusal = refusalOf(() => distinctEpisodes([episode('a', 'b#c'), episode('a#b', 'c')]));

    expect(refusal).toMatchObject({ code: 'conflict', status: 409 });
    expect(refusal?.message).toContain('folder "a", file "b#c"');
    expect(refusal?.message).toContain('folder "a#b", file "c"');
  });

  test('are refused with the path of a name whose key is too long', () => {
    // `EPISODE#` and `a#` take 10 of the 1,024 bytes.
    const longest = 'x'.repeat(1014);

    const refusal = refusalOf(() =>
      distinctEpisodes([episode('a', longest), episode('a', `${longest}x`)]),
    );

    expect(distinctEpisodes([episode('a', longest)]).size).toBe(1);
    expect(refusal).toMatchObject({ code: 'invalid_request', status: 400 });
    expect(refusal?.message).toContain('episodes[1].file_name');
  });

  test('are refused exactly if two different ones are the same when joined with "#"', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '#'), minLength: 1, maxLength: 3 });
    const pair = fc.record({ folder_name: name, file_name: name });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 5 }), (episodes) => {
        const namesOf = ({ folder_name, file_name }: EpisodeNames) => `${folder_name}#${file_name}`;
        const clash = episodes.some((one) =>
          episodes.some(
            (other) => namesOf(one) === namesOf(other) && one.folder_name !== other.folder_name,
          ),
        );

        const refusal = refusalOf(() => distinctEpisodes(episodes));

        expect(refusal?.code).toBe(clash ? 'conflict' : undefined);
      }),
    );
  });
});

describe('episodes that are compared with stored records', () => {
  const pk = 'USER#alice';
  let store: Store;

  beforeEach(() => {
    store = emptyStore();
  });

  afterEach(() => store.close());

  async function storeEpisodes(...episodes: EpisodeNames[]) {
    const items = [...distinctEpisodes(episodes)].map(([sk, names]) => ({
      ...{ pk, sk, user: 'alice', timestamp: 1, ...names },
    }));
    await store.insertIfAbsent(items, wholeDeadline().signal);
  }

  const check = (...episodes: EpisodeNames[]) =>
    rejectSharedKeys(store, pk, distinctEpisodes(episodes), wholeDeadline().signal);

  test.each([
    [episode('a#b', 'c'), episode('a', 'b#c')],
    [episode('a', 'b#c'), episode('a#b', 'c')],
    [episode('a#', 'b'), episode('a', '#b')],
    [episode('a', '#b'), episode('a#', 'b')],
  ])('are refused if %j is stored and %j is sent', async (stored, sent) => {
    await storeEpisodes(episode('a', '1'), stored);

    const refusal = await failureOf(check(episode('a', '1'), sent));

    expect(refusal.code).toBe('conflict');
    for (const { folder_name, file_name } of [stored, sent]) {
      expect(refusal.message).toContain(`folder "${folder_name}", file "${file_name}"`);
    }
  });

  test.each([
    [episode('a', 'b'), episode('a', 'b#1730000000')],
    [episode('a#b', 'c'), episode('a', 'b#c#1730000000')],
    [episode('a', 'b'), episode('a#b', '1730000000')],
  ])('are refused if a rewatch of %j has the key of %j', async (watched, sent) => {
    await storeEpisodes(watched);
    const [from = ''] = distinctEpisodes([watched]).keys();
    await insertRewatch(store, pk, from, `${from}#1730000000`);

    const refusal = await failureOf(check(sent));

    expect(refusal.code).toBe('conflict');
    const { folder_name: folder, file_name: file } = watched;
    expect(refusal.message).toBe(
      `folder "${sent.folder_name}", file "${sent.file_name}" has the same key as the rewatch of folder "${folder}", file "${file}"; rename one of them without "#"`,
    );
  });

  test('are accepted if the stored ones are the same', async () => {
    const episodes = [episode('a#b', 'c'), episode('a', 'b#d'), episode('a', '1')];
    await storeEpisodes(...episodes);

    await expect(check(...episodes)).resolves.toBeUndefined();
  });

  test('are not looked up if their names do not contain "#"', async () => {
    await storeEpisodes(episode('a', '1'));
    store.close();

    await expect(check(episode('a', '1'))).resolves.toBeUndefined();
    store = emptyStore();
  });
});
