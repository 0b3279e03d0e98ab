import { beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { RECORDED, type SpotifyTest, startSpotifyTest } from './testing/start-spotify-test.ts';

const path = `/v1/episodes/${RECORDED}`;
/** The show of every recorded episode. */
const ofShow = {
  groupId: '38bS44xjbVVZ3No3ByF1dJ',
  group: {
    name: 'Example Podcast',
    artworkUrl: 'https://i.scdn.co/image/ab6765630000ba8a0123456789abcdef01234567',
  },
};
let on: SpotifyTest;

beforeEach(async () => {
  on = await startSpotifyTest();
});

/** Makes the stand-in answer the next request for the recorded episode with this body. */
function give(body: unknown): void {
  on.api.inject({ kind: 'answer', status: 200, body: JSON.stringify(body) }, { path });
}

describe('an episode', () => {
  test.each(['episode_ok.json', 'episode_ok_development_mode.json'])(
    'has a title, a duration and a show (%s)',
    async (name) => {
      on.api.inject({ kind: 'sample', file: `spotify/${name}`, status: 200 });

      const episode = await on.episode(RECORDED, wholeDeadline());

      expect(episode).toEqual({
        ...{ ...ofShow, title: '#12 週末の話', durationSeconds: 1686 },
        releaseDate: '2026-03-14',
      });
    },
  );

  test('without pictures does not have artwork', async () => {
    on.api.inject({ kind: 'sample', file: 'spotify/episode_no_images.json', status: 200 });

    const episode = await on.episode(RECORDED, wholeDeadline());

    expect(episode).toEqual({
      ...{ ...ofShow, group: { ...ofShow.group, artworkUrl: undefined } },
      ...{ title: 'Episode without pictures', durationSeconds: 60, releaseDate: '2026-03-14' },
    });
  });

  test('can have a duration of 0 and be hosted elsewhere', async () => {
    on.api.inject({ kind: 'sample', file: 'spotify/episode_odd_but_legal.json', status: 200 });

    const episode = await on.episode(RECORDED, wholeDeadline());

    const title = 'Externally hosted, year precision';
    expect(episode).toEqual({ ...ofShow, title, durationSeconds: 0, releaseDate: '1981' });
  });

  test.each([null, undefined])('with podcast pictures %s lacks artwork', async (images) => {
    const show = { id: 's', name: 'Show', images };
    give({ id: RECORDED, name: 'Episode', duration_ms: 1999, show });

    const episode = await on.episode(RECORDED, wholeDeadline());

    expect(episode).toEqual({
      ...{ title: 'Episode', durationSeconds: 1, releaseDate: null },
      ...{ groupId: 's', group: { name: 'Show', artworkUrl: undefined } },
    });
  });

  test('is requested with the market, without which it would not be found', async () => {
    await on.episode(RECORDED, wholeDeadline());

    const [request] = on.api.requests;
    expect(on.api.requests).toHaveLength(1);
    expect(request).toMatchObject({ method: 'GET', path });
    expect(Object.fromEntries(request?.query ?? [])).toEqual({ market: 'NZ' });
    expect(request?.headers.authorization).toMatch(/^Bearer \S+$/);
  });
});

describe('an unknown episode', () => {
  test('is undefined after a second request, also with the market', async () => {
    const unknown = 'unknown000000000000000';

    const episode = await on.episode(unknown, wholeDeadline());

    expect(episode).toBeUndefined();
    expect(on.api.requests.map((request) => request.path)).toEqual(
      Array(2).fill(`/v1/episodes/${unknown}`),
    );
    expect(on.api.requests.map(({ query }) => query.get('market'))).toEqual(['NZ', 'NZ']);
    expect(on.accounts.requests).toHaveLength(1);
  });

  test.each(['error_404.json', 'error_404_resource_not_found.json'])(
    'is found if the 404 was random (%s)',
    async (name) => {
      on.api.inject({ kind: 'sample', file: `spotify/${name}`, status: 404 });

      const episode = await on.episode(RECORDED, wholeDeadline());

      expect(episode?.title).toBe('#12 週末の話');
      expect(on.api.requests).toHaveLength(2);
    },
  );

  test('is undefined at once if Spotify says that the id is invalid', async () => {
    const episode = await on.episode('tooShort', wholeDeadline());

    expect(episode).toBeUndefined();
    expect(on.api.requests).toHaveLength(1);
  });

  test.each(['.', '..', '../shows/x', 'a b', 'a?market=US', 'ひらがな', '%2e'])(
    'is undefined without a request if the id is malformed (%s)',
    async (id) => {
      const episode = await on.episode(id, wholeDeadline());

      expect(episode).toBeUndefined();
      expect(on.api.requests).toEqual([]);
    },
  );
});

test('another episode than the one that was asked for is an error', async () => {
  const show = { id: 's', name: 'Show' };
  give({ id: 'another', name: 'Episode', duration_ms: 1000, show });

  expect((await failureOf(on.episode(RECORDED, wholeDeadline()))).body()).toEqual({
    code: 'provider_error',
    message: `Spotify was asked for episode ${RECORDED}, but sent another.`,
  });
});

describe('a response in an undocumented format is an error that names the path', () => {
  const show = { id: 's', name: 'Show' };
  const good = { id: RECORDED, name: 'Episode', duration_ms: 1000, show };

  test.each([
    ['duration_ms', { ...good, duration_ms: '1000' }],
    ['duration_ms', { ...good, duration_ms: -1 }],
    ['name', { ...good, name: null }],
    ['show', { ...good, show: undefined }],
    ['show.id', { ...good, show: { ...show, id: '' } }],
    ['id', { ...good, id: '../x' }],
    ['show.images[0].url', { ...good, show: { ...show, images: [{}] } }],
    ['body', []],
  ])('(%s)', async (where, body) => {
    give(body);

    const failure = await failureOf(on.episode(RECORDED, wholeDeadline()));

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: `Spotify sent episode ${RECORDED} in an undocumented format: ${where}.`,
    });
  });
});
