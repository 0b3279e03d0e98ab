import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn } from './testing/learners/immersion.ts';
import { createMedia } from './testing/learners/media.ts';
import { ROOT } from './testing/programs/program.ts';
import { hosts } from './testing/trackers/hosts.ts';
import { useWorld } from './testing/trackers/world.ts';

/** The oldest Node that the package supports, and the one on which everything else runs. */
const NODES = {
  'Node 22.13': join(ROOT, 'e2e/node_modules/node/bin/node'),
  'Node 24': process.execPath,
};

let folder: string;
let tarball: string;
let bin: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'immersion-package-'));
  npm(['pack', '--pack-destination', folder], join(ROOT, 'cli'));
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'none');
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  bin = join(folder, 'package/bin/immersion.js');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function npm(args: readonly string[], cwd: string): string {
  // biome-ignore lint/style/noProcessEnv: finds npm on the PATH.
  const env = { ...process.env, npm_config_cache: join(folder, 'npm-cache') };
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
}

test('contains only the program and what it needs, and does not install anything else', () => {
  const manifest = readFileSync(join(folder, 'package/package.json'), 'utf8');

  expect(readdirSync(join(folder, 'package')).sort()).toEqual([
    ...['README.md', 'bin', 'dist', 'package.json'],
  ]);
  expect(readdirSync(join(folder, 'package/dist')).sort()).toEqual([
    ...['LICENSES.txt', 'immersion.js', 'macos-trash', 'windows-trash.exe'],
  ]);
  expect(JSON.parse(manifest)).not.toHaveProperty('dependencies');
  expect(readFileSync(join(folder, 'package/dist/LICENSES.txt'), 'utf8')).toContain('commander');
});

test('runs with npx, without downloading anything', () => {
  const version = npm(
    ['exec', '--yes', '--offline', `--package=${tarball}`, '--', 'immersion', '--version'],
    folder,
  );

  expect(version.trim()).toMatch(/^\d+\.\d+\.\d+$/);
});

describe.each(Object.entries(NODES))('on %s', (name, node) => {
  const world = useWorld((hosts[0] ?? noHost()).start);

  async function run(args: readonly string[], input = '', environment = {}) {
    const env = { PATH: '/usr/bin:/bin', ...signedIn(world.host.url), ...environment };
    const child = spawn(node, [bin, ...args], { cwd: folder, env });
    child.stdin.end(input);
    const closed = once(child, 'close');
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    return { stdout, stderr, status: child.exitCode };
  }

  test('runs on that Node', () => {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' });

    expect(version.replace('v', 'Node ')).toContain(`${name}.`);
  });

  test('syncs, asks, shows progress and cleans up', async () => {
    const media = createMedia('shows/進撃の巨人/watched/1.mkv', 'movies/watched/Lola rennt.mkv');
    media.write('watched.txt', 'https://youtu.be/aB3dE5fG7hI\n');

    const synced = await run(['sync', media.path], '421069\n2658\n');
    const progress = await run(['progress']);

    expect([synced.status, synced.stderr]).toEqual([0, expect.stringContaining('進撃の巨人')]);
    expect(media.tree()).toEqual(['movies/watched/', 'shows/', 'watched.txt']);
    expect(progress.stdout).toContain('【推しの子】');
    expect(progress.stdout).toContain('1 episode · 1 movie · 1 YouTube video');
    media.remove();
  });

  test('saves a login, and is signed in from then on', async () => {
    const environment = {
      IMMERSION_TRACKER_API_URL: '',
      IMMERSION_TRACKER_USER: '',
      IMMERSION_TRACKER_PASSWORD: '',
      XDG_CONFIG_HOME: join(folder, `settings of ${name}`),
    };
    const login = ['login', '--address', world.host.url, '--user', 'bob'];

    const saved = await run(login, 'fake:pass:word\n', environment);
    const shows = await run(['shows', '--json'], '', environment);

    expect([saved.status, saved.stdout]).toEqual([0, expect.stringContaining('as bob')]);
    expect([shows.status, shows.stdout]).toEqual([0, expect.stringContaining('"shows"')]);
  });

  test('puts files into the trash', async () => {
    const media = createMedia('shows/b [1]/watched/2*.mkv');
    const data = join(folder, `trash of ${name}`);

    const synced = await run(['sync', media.path, '--trash', '--no-input'], '', {
      XDG_DATA_HOME: data,
    });

    expect([synced.status, synced.stdout]).toEqual([0, expect.stringContaining('in the trash')]);
    expect(media.tree()).toEqual(['shows/']);
    const inTrash = readdirSync(join(data, 'Trash/files'));
    expect(inTrash.map((file) => readFileSync(join(data, 'Trash/files', file), 'utf8'))).toEqual([
      'shows/b [1]/watched/2*.mkv',
    ]);
    media.remove();
  });

  test('says what to do if nobody is signed in', async () => {
    const { status, stderr } = await run(['progress'], '', { IMMERSION_TRACKER_USER: '' });

    expect(status).toBe(1);
    expect(stderr).toContain('immersion login');
    expect(existsSync(join(folder, 'package/src'))).toBe(false);
  });
});

function noHost(): never {
  throw new Error('there is no host to run on');
}
