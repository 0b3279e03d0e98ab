import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaForTest, useLearners, useOwnTracker } from './testing/learners/learners.ts';

const learners = useLearners();

describe('episodes and movies', () => {
  test('are recorded, get ids from piped answers, count in the progress and are removed', async () => {
    const learner = learners.learner();
    const media = mediaForTest(
      'movies/watched/Lola rennt.MKV',
      'shows/Frieren/poster.jpg',
      'shows/Frieren/watched/S01E01.ja.srt',
      'shows/Frieren/watched/S01E01.mkv',
      'shows/Frieren/watched/S01E02.mkv',
      'shows/Oshi no Ko/S01E02.mp4',
      'shows/Oshi no Ko/watched/S01E01.mp4',
      'shows/Unwatched/S01E01.mkv',
    );
    const answers = '424536\nhttps://thetvdb.com/dereferrer/series/421069\n2658\n';

    const { code, stdout, stderr } = await learner.immersion(['sync', media.path], answers);
    const progress = await learner.progress();

    expect(code).toBe(0);
    expect(media.tree()).toStrictEqual([
      'movies/watched/',
      'shows/Oshi no Ko/S01E02.mp4',
      'shows/Oshi no Ko/watched/',
      'shows/Unwatched/S01E01.mkv',
    ]);
    // 2 x 24 and 27 minutes of shows, 81 of the movie: 156 minutes.
    expect(progress).toMatchObject({
      total_episodes_watched: 3,
      total_movies_watched: 1,
      total_hours_watched: 2,
      shows: [
        { show_id: '424536', name: 'Series 424536', episodes_watched: 2 },
        { show_id: '421069', name: '【推しの子】', episodes_watched: 1 },
      ],
      movies: [{ movie_id: 'Lola rennt', name: 'Run Lola Run' }],
    });
    expect(stderr.match(/the .* on TheTVDB/g)).toStrictEqual([
      'the show Frieren on TheTVDB',
      'the show Oshi no Ko on TheTVDB',
      'the movie Lola rennt on TheTVDB',
    ]);
    expect(stdout).toContain('3 episodes of 2 shows\n      2  Frieren\n      1  Oshi no Ko\n');
    expect(stdout).toContain('Frieren is Series 424536 (2025)\n');
    expect(stdout).toContain('Recorded 3 episodes and 1 movie.\n');
    expect(stdout).toContain('2 hours on your first day\n  3 episodes · 1 movie ·');
    // The content of each file is its path: 2 x 32 + 35 + 29 bytes of videos, 24 + 35 of the rest.
    expect(stdout).toContain('Deleted 6 files and 1 folder. 187 B freed');
  });

  test('of a show that already has an id are not asked about again', async () => {
    const learner = learners.learner();
    const media = mediaForTest('shows/Long/2.mkv', 'shows/Long/watched/1.mkv');
    await learner.immersion(['sync', media.path], '123\n');
    media.write('shows/Long/watched/2.mkv');

    const { code, stderr } = await learner.immersion(['sync', media.path]);

    expect([code, stderr]).toStrictEqual([0, '']);
    expect((await learner.shows()).map(({ tvdb_name }) => tvdb_name)).toStrictEqual(['Series 123']);
  });

  test('may have any video extension, in any case; hidden and other files do not count', async () => {
    const learner = learners.learner();
    const kinds = 'mkv MP4 m4v WebM avi MOV ts m2ts WMV flv mpg Mpeg ogv'.split(' ');
    const videos = kinds.map((kind) => `shows/Kinds/watched/${kind} film.${kind}`);
    const others = ['._mkv film.mkv', '.DS_Store', '.mkv', 'audio.mp3', 'new.mkv.part', 'mkv'];
    const left = others.map((name) => `shows/Kinds/watched/${name}`);
    const media = mediaForTest(...videos, ...left);

    const { code } = await learner.immersion(['sync', media.path, '--no-input']);

    expect(code).toBe(0);
    expect(media.tree()).toStrictEqual(left.toSorted());
    expect(learner.recorded()).toStrictEqual([
      ...kinds.map((kind) => `EPISODE#Kinds#${kind} film`).toSorted(),
      'SHOW#Kinds',
    ]);
  });
});

describe('links', () => {
  const failing = useOwnTracker();

  const video = (id: string) => `https://www.youtube.com/watch?v=${id}`;
  const podcast = (id: string) => `https://open.spotify.com/episode/${id}`;

  test('to videos and podcast episodes are recorded and removed from watched.txt, and all other lines stay', async () => {
    const learner = learners.learner();
    const media = mediaForTest();
    const [film, another] = [video('aB3dE5fG7hI'), 'youtu.be/Q2w3E4r5T6Y?t=7'];
    const heard = podcast('512ojhOuo1ktJprKbVcKyQ');
    const unknown = [video('unknown0001'), podcast('unknown000000000000001')];
    const bad = ['the one with the cats', `${podcast('short')}  `];
    media.write(
      'watched.txt',
      ['\ufeff# seen in May', '', film, bad[0], heard, '\t# é', ...unknown, bad[1], another].join(
        '\r\n',
      ),
    );

    const { code, stdout } = await learner.immersion(['sync', media.path]);

    expect(code).toBe(2);
    expect(readFileSync(join(media.path, 'watched.txt'), 'utf8')).toBe(
      `${['\ufeff# seen in May', '', bad[0], '\t# é', ...unknown, bad[1]].join('\r\n')}\r\n`,
    );
    expect(await learner.progress()).toMatchObject({
      youtube_videos_watched: 2,
      spotify_episodes_watched: 1,
      youtube_channels: [{ channel_name: 'Example Channel', videos_watched: 2 }],
      spotify_shows: [{ show_name: 'Example Podcast', episodes_watched: 1 }],
    });
    expect(stdout).toContain('Recorded 2 YouTube videos and 1 podcast episode.\n');
    expect(stdout).toContain('Deleted 3 lines of watched.txt.\n');
    expect(stdout.slice(stdout.indexOf('Left:')).match(/^ {2}\S.*|^ {4}\S+/gm)).toStrictEqual([
      '  watched.txt:4',
      '    the',
      '    is',
      '  watched.txt:7',
      `    ${unknown[0]}`,
      '    YouTube',
      '  watched.txt:8',
      `    ${unknown[1]}`,
      '    Spotify',
      '  watched.txt:9',
      `    ${podcast('short')}`,
      '    has',
    ]);
  });

  test('leave the other bytes and the permissions of watched.txt unchanged', async () => {
    const learner = learners.learner();
    const media = mediaForTest();
    const file = join(media.path, 'watched.txt');
    const japanese = Buffer.from([0x23, 0x83, 0x41, 0x83, 0x6a, 0x0a]);
    const link = Buffer.from(`${video('Q2w3E4r5T6Y')}\n`);
    writeFileSync(file, Buffer.concat([japanese, link, japanese]), { mode: 0o640 });

    const { code } = await learner.immersion(['sync', media.path]);

    expect(code).toBe(0);
    expect(readFileSync(file)).toStrictEqual(Buffer.concat([japanese, japanese]));
    expect(media.modeOf('watched.txt')).toBe(0o640);
  });

  test('stay if their provider fails, while those of other providers are recorded', async () => {
    const learner = failing.learner();
    const media = mediaForTest();
    media.write('watched.txt', `${video('Q2w3E4r5T6Y')}\n${podcast('512ojhOuo1ktJprKbVcKyQ')}\n`);
    const { youtube } = failing.providers;
    // The tracker does not retry after a 403.
    youtube.inject({ kind: 'answer', status: 403 }, { times: Number.POSITIVE_INFINITY });

    const { code, stdout } = await learner.immersion(['sync', media.path]);
    youtube.reset();
    const second = await learner.immersion(['sync', media.path]);

    expect(code).toBe(2);
    expect(stdout).toContain('Recorded 1 podcast episode.');
    expect(stdout).toMatch(/Left:\n {2}watched\.txt:1\n {4}https:.*\n {4}YouTube .*403/);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('Recorded 1 YouTube video.');
    expect(readFileSync(join(media.path, 'watched.txt'), 'utf8')).toBe('');
  });
});

describe('a second run', () => {
  test('says that there is nothing to do', async () => {
    const learner = learners.learner();
    const media = mediaForTest('shows/Short/watched/1.mkv');
    await learner.immersion(['sync', media.path], '123\n');

    const { code, stdout, stderr } = await learner.immersion(['sync', media.path]);

    expect([code, stderr]).toStrictEqual([0, '']);
    expect(stdout).toMatch(/^\/.*\nNothing new to record\.\n\n\d+ min on your first day\n/);
    expect(stdout).not.toContain('Recorded');
  });

  test('removes what was recorded before, and counts it once', async () => {
    const learner = learners.learner();
    const media = mediaForTest('shows/Short/watched/1.mkv', 'movies/watched/Lola.mkv');
    await learner.immersion(['sync', media.path, '--keep'], '123\n2658\n');

    const { code, stdout, stderr } = await learner.immersion(['sync', media.path]);

    expect([code, stderr]).toStrictEqual([0, '']);
    expect(stdout).toContain('Nothing new was recorded.');
    expect(media.tree()).toStrictEqual(['movies/watched/', 'shows/']);
    expect(await learner.progress()).toMatchObject({
      total_episodes_watched: 1,
      total_movies_watched: 1,
    });
  });
});
