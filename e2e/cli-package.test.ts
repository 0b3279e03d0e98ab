import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, inject, test } from 'vitest';
import { immersionProgram, NOBODY } from './testing/learners/immersion.ts';
import { mediaForTest, useLearners } from './testing/learners/learners.ts';
import { type Finished, ROOT, startProgram } from './testing/programs/program.ts';
import { PASSWORD } from './testing/trackers/share-tracker.ts';

const learners = useLearners();

/** The oldest Node that the package supports, and the one that runs all other tests. */
const NODES = {
  'Node 22.13': join(ROOT, 'e2e/node_modules/node/bin/node'),
  'Node 24': process.execPath,
};

const { tarball, unpacked } = inject('client');

test('contains only the program and what it needs, and has no dependencies to install', () => {
  const manifest = readFileSync(join(unpacked, 'package.json'), 'utf8');

  expect(readdirSync(unpacked).sort()).toEqual(['README.md', 'bin', 'dist', 'package.json']);
  expect(readdirSync(join(unpacked, 'dist')).sort()).toEqual([
    'LICENSES.txt',
    'immersion.js',
    'parts',
    'sbom.cdx.json',
  ]);
  expect(readdirSync(join(unpacked, 'dist/parts'))).toEqual(
    expect.arrayContaining(['macos-trash', 'windows-trash.exe']),
  );
  expect(JSON.parse(manifest)).not.toHaveProperty('dependencies');
  expect(readFileSync(join(unpacked, 'dist/LICENSES.txt'), 'utf8')).toContain('commander');
});

test('lists exactly the packages in the bundle, each with its version and hash', async () => {
  const sbom = JSON.parse(readFileSync(join(unpacked, 'dist/sbom.cdx.json'), 'utf8'));
  const components: readonly { purl: string; hashes: readonly object[] }[] = sbom.components;

  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  expect(components.map(({ purl }) => purl).sort()).toEqual(await packagesInSourceMaps());
  expect(components.filter(({ hashes }) => hashes?.length !== 1)).toEqual([]);
});

/** What is in the bundle according to its source maps, which the packing script does not read. */
async function packagesInSourceMaps(): Promise<string[]> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['cli/src/main.ts', 'cli/src/disk/lengths/length-worker.ts'],
    outdir: 'unwritten',
    write: false,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    sourcemap: 'external',
    sourcesContent: false,
  });
  const sources = outputFiles
    .filter(({ path }) => path.endsWith('.map'))
    .flatMap(({ path, text }) =>
      JSON.parse(text).sources.map((source: string) => resolve(dirname(path), source)),
    );
  const folders = sources.flatMap(
    (source) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? [],
  );
  const purls = [...new Set(folders)].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `pkg:npm/${name.replace('@', '%40')}@${version}`;
  });
  return purls.sort();
}

test('runs with npx, without downloading anything', () => {
  const { path: cwd } = mediaForTest();
  // biome-ignore lint/style/noProcessEnv: finds npm on the PATH.
  const env = { ...process.env, npm_config_cache: join(cwd, 'npm-cache') };
  const version = execFileSync(
    'npm',
    ['exec', '--yes', '--offline', `--package=${tarball}`, '--', 'immersion', '--version'],
    { cwd, env, encoding: 'utf8', stdio: 'pipe' },
  );

  expect(version.trim()).toMatch(/^\d+\.\d+\.\d+$/);
});

describe.each(Object.entries(NODES))('on %s', (name, node) => {
  function run(
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
    input = '',
  ): Promise<Finished> {
    return startProgram(node, [immersionProgram(), ...args], environment, input).finished;
  }

  test('runs on that Node', () => {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' });

    expect(version.replace('v', 'Node ')).toContain(`${name}.`);
  });

  test('syncs, asks, shows progress and cleans up', async () => {
    const { environment } = learners.learner();
    const media = mediaForTest('shows/進撃の巨人/watched/1.mkv', 'movies/watched/Lola rennt.mkv');
    media.write('watched.txt', 'https://youtu.be/aB3dE5fG7hI\n');

    const synced = await run(['sync', media.path], environment, '421069\n2658\n');
    const progress = await run(['progress'], environment);

    expect([synced.code, synced.stderr]).toEqual([0, expect.stringContaining('進撃の巨人')]);
    expect(media.tree()).toEqual(['movies/watched/', 'shows/', 'watched.txt']);
    expect(progress.stdout).toContain('【推しの子】');
    expect(progress.stdout).toContain('1 episode · 1 movie · 1 YouTube video');
  });

  test('saves a login, and stays signed in', async () => {
    const { user } = learners.learner();
    const environment = { XDG_CONFIG_HOME: mediaForTest().path };
    const login = ['login', '--address', learners.tracker.url, '--user', user];

    const saved = await run(login, environment, `${PASSWORD}\n`);
    const shows = await run(['shows', '--json'], environment);

    expect([saved.code, saved.stdout]).toEqual([0, expect.stringContaining(`as ${user}`)]);
    expect([shows.code, shows.stdout]).toEqual([0, expect.stringContaining('"shows"')]);
  });

  test('puts files into the trash', async () => {
    const media = mediaForTest('shows/b [1]/watched/2*.mkv');
    const { path: data } = mediaForTest();
    const environment = { ...learners.learner().environment, XDG_DATA_HOME: data };

    const synced = await run(['sync', media.path, '--trash', '--no-input'], environment);

    expect([synced.code, synced.stdout]).toEqual([0, expect.stringContaining('in the trash')]);
    expect(media.tree()).toEqual(['shows/']);
    const inTrash = readdirSync(join(data, 'Trash/files'));
    expect(inTrash.map((file) => readFileSync(join(data, 'Trash/files', file), 'utf8'))).toEqual([
      'shows/b [1]/watched/2*.mkv',
    ]);
  });

  test('says what to do if nobody is signed in', async () => {
    const { code, stderr } = await run(['progress'], NOBODY);

    expect(code).toBe(1);
    expect(stderr).toContain('immersion login');
    expect(existsSync(join(unpacked, 'src'))).toBe(false);
  });
});
