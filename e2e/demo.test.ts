import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, endpoints } from '@immersion-tracker/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ALWAYS, type Program, ROOT, startNode } from './testing/programs/program.ts';
import { startInTerminal } from './testing/programs/terminal.ts';

const DEMO = 'demo/src/main.ts';
const LAST_LINE = /^Ctrl-C stops everything.*\n/m;

let folder: string;
let temporary: string;
let home: string;
let started: Program[];
beforeEach(() => {
  started = [];
  folder = mkdtempSync(join(tmpdir(), 'immersion-demo-test-'));
  temporary = mkdtempSync(join(folder, 'tmp-'));
  home = mkdtempSync(join(folder, 'home-'));
});
afterEach(async () => {
  for (const program of started) {
    program.kill('SIGTERM');
    await program.finished;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** An environment in which all files of the user are in the test's own folder. */
const environment = () => ({ TMPDIR: temporary, HOME: home });

function startDemo(more: Readonly<Record<string, string>> = {}): Program {
  const program = startNode(DEMO, [], { ...environment(), ...more });
  started.push(program);
  return program;
}

/** The demo's output between one of its headings and the next. */
function step(text: string, heading: string): string {
  const [, after = ''] = text.split(heading);
  return after.split(/\n \d {2}/)[0] ?? '';
}

/** How many episodes, movies, videos and podcast episodes a text names first. */
function recordsIn(text: string): number[] {
  const counts =
    /(\d+) episodes.*?(\d+) movies.*?(\d+) YouTube videos.*?(\d+) podcast episodes/.exec(text);
  return counts?.slice(1).map(Number) ?? [];
}

function trackerOf({ stdout }: Pick<Program, 'stdout'>): string {
  return /^Ready on (\S+)$/m.exec(stdout)?.[1] ?? 'none';
}

/** Runs a command line that the demo prints as a person would, but offline and with its own npm cache. */
function asPrinted(command: string): string {
  const npm = { npm_config_cache: join(folder, 'npm-cache'), npm_config_offline: 'true' };
  return execFileSync('sh', ['-c', command], {
    cwd: ROOT,
    // biome-ignore lint/style/noProcessEnv: finds npx on the PATH.
    env: { ...ALWAYS, ...process.env, ...npm, TMPDIR: folder, HOME: folder },
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

async function expectNothingLeft(tracker: string): Promise<void> {
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(home)).toEqual([]);
  await expect(fetch(`${tracker}/healthz`)).rejects.toMatchObject({
    cause: { code: 'ECONNREFUSED' },
  });
}

/** Whether the dashboard may show the picture: its policy forbids plain HTTP. */
async function isPicture(address: string): Promise<boolean> {
  if (!address.startsWith('data:')) return false;
  const { headers } = await fetch(address);
  return headers.get('content-type') === 'image/svg+xml';
}

test('shows a sync and months of progress with pictures, leaves a tracker running to try, and leaves nothing behind after Ctrl-C', async () => {
  const program = startDemo();
  await program.printed(LAST_LINE);
  const shown = program.stdout;
  const tracker = trackerOf(program);
  const commands = shown.match(/^ +IMMERSION_TRACKER_API_URL=.*\\\n.*\\\n +npx .*$/gm) ?? [];
  const [demo = 'none'] = readdirSync(temporary);
  const media = readdirSync(join(temporary, demo, 'media'), { recursive: true, encoding: 'utf8' });

  const page = await (await fetch(tracker)).text();
  const client = createClient({ baseUrl: tracker, user: 'learner', password: 'demo' });
  const recorded = await client.send(endpoints.getProgress, undefined);
  const things = [
    ...[...recorded.shows, ...recorded.movies],
    ...recorded.youtube_channels.map((channel) => ({ ...channel, name: channel.channel_name })),
    ...recorded.spotify_shows.map((podcast) => ({ ...podcast, name: podcast.show_name })),
  ];
  const pictures = things.flatMap(({ artwork_url }) => artwork_url ?? []);
  const arePictures = await Promise.all(pictures.map(isPicture));
  const printed = commands.map(asPrinted);
  program.kill('SIGINT');
  const { code, stderr } = await program.finished;

  const past = recordsIn(step(shown, 'Twenty months of watching'));
  expect(past.length).toBe(4);

  const synced = step(shown, 'A sync records');
  expect(synced).toMatch(/^\$ immersion sync \S+\/media$/m);
  expect(synced).toMatch(/Kasumi-chan wa Mada Nemui .*\n> https:\S+\nKasumi-chan .* かすみちゃん/);
  expect(synced).toContain('Recorded 5 episodes, 1 movie, 2 YouTube videos and 1 podcast episode.');
  expect(synced).toMatch(/^Deleted 8 files, 1 folder and 3 lines of watched.txt\./m);
  expect(media.filter((path) => path.endsWith('.mkv')).sort()).toEqual([
    'movies/Tsuki e no Bus (2024).mkv',
    'shows/Kasumi-chan wa Mada Nemui/Kasumi-chan wa Mada Nemui - 04.mkv',
  ]);

  const progress = step(shown, 'How far the learner has come');
  const [, hours, since = ''] = /^(\d+) hours since (.+)$/m.exec(progress) ?? [];
  expect(Number(hours)).toBeGreaterThan(300);
  expect(Number(hours)).toBeLessThan(325);
  expect(Date.now() - Date.parse(since)).toBeGreaterThanOrEqual(600 * 24 * 60 * 60 * 1000);
  // A movie and a video are watched again, and the sync adds what the learner watched today.
  expect(recordsIn(progress)).toEqual([
    (past[0] ?? 0) + 5,
    ...[(past[1] ?? 0) + 1 + 1, (past[2] ?? 0) + 1 + 2],
    (past[3] ?? 0) + 1,
  ]);
  expect(progress).toMatch(/\d+% more than your average week/);
  expect(progress.match(/^ +(\w{3} \d+ \w{3}|yesterday|today) .*▆$/gm)).toHaveLength(7);
  expect(progress).toContain('風の郵便屋さん');

  expect(progress).toMatch(/^Streak · 1[23] days since .* · longest 40 days$/m);
  expect(progress).toMatch(/^Goal · \d+ of 1,000 hours$/m);
  expect(progress).toMatch(/^ +To get there by \d+ \w+ \d{4}, you need /m);
  expect(progress).toMatch(/^Last 26 weeks · /m);

  const dashboard = step(shown, 'All of it on the dashboard');
  expect(dashboard).toMatch(/^Open the dashboard in a browser, and sign in:$/m);
  expect(dashboard).toContain(`\n  dashboard  ${tracker}\n  user       learner\n`);
  expect(page).toContain('<title>Immersion tracker</title>');

  expect(printed).toEqual([
    expect.stringContaining('かすみちゃんはまだ眠い'),
    expect.stringMatching(/^Samurai Barista +900114 {2}侍バリスタ$/m),
    expect.stringContaining('Minato Monogatari is 港町ものがたり'),
  ]);
  const week = recorded.daily_activity.map((day) => day.minutes_watched);
  expect(new Set(week).size).toBeGreaterThan(4);
  expect(Math.min(...week)).toBeGreaterThan(0);
  const without = things.filter(({ artwork_url }) => artwork_url === null);
  expect(without.map(({ name }) => name)).toEqual([
    ...['Minato Monogatari', '深夜の天文部', '週末の長ばなし'],
  ]);
  expect(arePictures).toEqual(pictures.map(() => true));

  expect([code, stderr]).toEqual([0, '']);
  await expectNothingLeft(tracker);
  // It starts seven programs, which takes a while on a busy machine.
}, 180_000);

test.each([
  ['SIGTERM', 'records its history', /over its API/],
  ['SIGHUP', 'asks', /^What is the show/m],
] as const)('leaves nothing behind after %s while it %s', async (signal, _, moment) => {
  const program = startDemo();
  await program.printed(moment);

  program.kill(signal);
  const { code, stderr } = await program.finished;

  expect([code, stderr]).toEqual([130, '']);
  await expectNothingLeft(trackerOf(program));
});

test('stops without an error on Ctrl-C in a terminal, which reaches all of its programs', async () => {
  const terminal = startInTerminal(DEMO, [], environment());
  await terminal.sees(/over its API/);

  terminal.press('ctrl-c');
  const code = await terminal.finished;

  expect([code, terminal.screen()]).toEqual([130, expect.stringMatching(/^Stopped\./m)]);
  await expectNothingLeft(trackerOf({ stdout: terminal.screen() }));
});

test('reports that it cannot create a temporary folder', async () => {
  const program = startDemo({ TMPDIR: join(folder, 'none') });

  const { code, stdout, stderr } = await program.finished;

  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^\nCannot create a temporary folder\. .*ENOENT.*\n$/);
});
