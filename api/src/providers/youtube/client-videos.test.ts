import { standInKeys } from '@immersion-tracker/stand-ins';
import { beforeEach, describe, expect, test } from 'vitest';
import { failureOf, fixedSecret, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { startYoutubeTest, videoIds, type YoutubeTest } from './testing/start-youtube-test.ts';

const exampleChannel = 'UCx1Y2z3A4b5C6d7E8f9G0hQ';
let on: YoutubeTest;

beforeEach(async () => {
  on = await startYoutubeTest();
});

/** Makes the stand-in answer the next request with a recorded list. */
function give(name: string): void {
  on.youtube.inject({ kind: 'sample', file: `youtube/${name}`, status: 200 });
}

describe('videos', () => {
  test.each(['videos_three.json', 'videos_three_reordered.json'])(
    'are returned by id, in any order (%s)',
    async (name) => {
      give(name);
      const ids = ['aB3dE5fG7hI', '-_9xYz01AbA', 'Q2w3E4r5T6Y'];

      const videos = await on.client.records(ids, wholeDeadline());

      expect(videos.size).toBe(3);
      expect(videos.get('aB3dE5fG7hI')).toEqual({
        title: 'Lesson 1: ひらがな',
        groupId: exampleChannel,
        durationSeconds: 951,
      });
      expect(videos.get('Q2w3E4r5T6Y')).toEqual({
        title: 'Old upload, small thumbnails',
        groupId: exampleChannel,
        durationSeconds: 45,
      });
    },
  );

  test('that YouTube does not know are absent', async () => {
    const videos = await on.client.records(['unknown0001', 'aB3dE5fG7hI'], wholeDeadline());

    expect([...videos.keys()]).toEqual(['aB3dE5fG7hI']);
  });

  test('can all be unknown', async () => {
    give('videos_empty.json');

    const videos = await on.client.records(['aB3dE5fG7hI'], wholeDeadline());

    expect(videos).toEqual(new Map());
  });

  test('are an error, not unknown, if the response does not have a list', async () => {
    give('channels_missing.json');

    const failure = await failureOf(on.client.records(['aB3dE5fG7hI'], wholeDeadline()));

    expect(failure.code).toBe('provider_error');
  });

  test('with the same id are requested and returned once', async () => {
    const [id = ''] = videoIds(1);

    const videos = await on.client.records([id, id], wholeDeadline());

    expect([...videos.keys()]).toEqual([id]);
    expect(on.asked()).toEqual([[id]]);
  });
});

describe('the duration of a video', () => {
  test.each([
    ['videos_one.json', 'aB3dE5fG7hI', 951],
    ['videos_25h.json', 'aB3dE5fG7hI', 90_123],
    ['videos_exact_day.json', 'aB3dE5fG7hI', 86_400],
    ['videos_weeks.json', '04cF1m6Jxu8', 2_147_481],
    ['videos_partial.json', 'aB3dE5fG7hI', 951],
    ['videos_fhd_qhd_uhd_thumbnails.json', 'aB3dE5fG7hI', 480],
  ])('in %s is in seconds', async (name, id, seconds) => {
    give(name);

    const videos = await on.client.records([id, 'Q2w3E4r5T6Y'], wholeDeadline());

    expect(videos.get(id)?.durationSeconds).toBe(seconds);
  });

  test.each([
    'videos_live_p0d.json',
    'videos_upcoming_p0d.json',
    'videos_premiere_no_duration.json',
    'videos_zero_pt0s.json',
  ])('is still unknown in %s, so that the video is absent', async (name) => {
    give(name);

    const videos = await on.client.records(['aB3dE5fG7hI'], wholeDeadline());

    expect(videos).toEqual(new Map());
  });

  test.each(['PT1.5S', 'P99999999999999D'])(
    '%s is an error that names the video',
    async (duration) => {
      const snippet = { title: 'a', channelId: exampleChannel };
      const item = { id: 'aB3dE5fG7hI', snippet, contentDetails: { duration } };
      on.youtube.inject({ kind: 'answer', status: 200, body: JSON.stringify({ items: [item] }) });

      const failure = await failureOf(on.client.records(['aB3dE5fG7hI'], wholeDeadline()));

      expect(failure.body()).toEqual({
        code: 'provider_error',
        message: 'YouTube sent an invalid duration for video aB3dE5fG7hI.',
      });
    },
  );
});

test('a video that was not asked for is an error', async () => {
  give('videos_three.json');

  const failure = await failureOf(
    on.client.records(['aB3dE5fG7hI', '-_9xYz01AbA'], wholeDeadline()),
  );

  expect(failure.body()).toEqual({
    code: 'provider_error',
    message: 'YouTube sent Q2w3E4r5T6Y, which is not among the videos asked for.',
  });
});

describe('requests for videos', () => {
  test('ask only for the required parts', async () => {
    await on.client.records(['aB3dE5fG7hI', '-_9xYz01AbA'], wholeDeadline());

    const [request] = on.youtube.requests;
    expect(request).toMatchObject({ method: 'GET', path: '/youtube/v3/videos' });
    expect(Object.fromEntries(request?.query ?? [])).toEqual({
      part: 'snippet,contentDetails',
      id: 'aB3dE5fG7hI,-_9xYz01AbA',
      key: standInKeys.youtube_api_key,
    });
  });

  test('have up to fifty ids each', async () => {
    const ids = videoIds(120);

    const videos = await on.client.records(ids, wholeDeadline());

    const asked = on.asked();
    expect(asked.map(({ length }) => length).sort()).toEqual([20, 50, 50]);
    expect(asked.flat().sort()).toEqual(ids);
    expect([...videos.keys()].sort()).toEqual(ids);
  });

  test('have each id once', async () => {
    const ids = videoIds(50);

    await on.client.records([...ids, ...ids], wholeDeadline());

    expect(on.asked()).toEqual([ids]);
  });

  test('are not sent without ids, even if the key is missing', async () => {
    const without = await startYoutubeTest({ secret: fixedSecret({}) });

    const videos = await without.client.records([], wholeDeadline());

    expect(videos).toEqual(new Map());
    expect(without.youtube.requests).toEqual([]);
  });

  test('are not sent for malformed ids', async () => {
    const odd = ['', ',', 'aB3dE5fG7hI,-_9xYz01AbA', 'with space', 'ひらがな', 'x'.repeat(2000)];

    const videos = await on.client.records([...odd, 'Q2w3E4r5T6Y'], wholeDeadline());

    expect([...videos.keys()]).toEqual(['Q2w3E4r5T6Y']);
    expect(on.asked()).toEqual([['Q2w3E4r5T6Y']]);
  });
});

test('a missing key is an error that names it, without a request', async () => {
  const without = await startYoutubeTest({ secret: fixedSecret({}) });

  const failure = await failureOf(without.client.records(['aB3dE5fG7hI'], wholeDeadline()));

  expect(failure.status).toBe(503);
  expect(failure.body()).toEqual({
    code: 'provider_not_configured',
    message: 'The key for YouTube is missing; set youtube_api_key in the secret.',
  });
  expect(without.youtube.requests).toEqual([]);
});
