import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProviders } from '@immersion-tracker/stand-ins';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ROOT, startProgram } from './testing/programs/program.ts';
import { send } from './testing/trackers/api.ts';
import { secretOf } from './testing/trackers/local-host.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'immersion-npm-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a SIGTERM that only npm receives', () => {
  function npm(args: readonly string[], environment: Readonly<Record<string, string>>) {
    // biome-ignore lint/style/noProcessEnv: finds npm on the PATH.
    const { PATH = '' } = process.env;
    const npmOwn = { HOME: folder, NODE_DISABLE_COMPILE_CACHE: '1' };
    const program = startProgram('npm', args, { PATH, ...npmOwn, ...environment }, '');
    onTestFinished(async () => {
      program.kill('SIGTERM');
      await program.finished;
    });
    return program;
  }

  test('ends npm start once requests in flight are answered', async () => {
    const providers = await startProviders();
    onTestFinished(() => providers.close());
    writeFileSync(join(folder, 'secret.json'), JSON.stringify(secretOf({})), { mode: 0o600 });
    const program = npm(['start'], {
      ...providers.environment,
      PORT: '0',
      IMMERSION_TRACKER_DATA_DIR: folder,
    });
    const [, url = ''] = await program.printed(/ready on (\S+)/);
    await program.printed(/Press Ctrl-C to stop/);
    providers.youtube.inject({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } });
    const syncing = send(url, 'POST', '/syncyoutube', { video_ids: ['aB3dE5fG7hI'] });
    while (providers.youtube.requests.length === 0) await sleep(5);

    program.kill('SIGTERM');
    const [answer, { code }] = await Promise.all([syncing, program.finished]);

    expect(answer.body).toStrictEqual({ videos_added: 1 });
    expect(code).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
  });

  test('ends npm run demo, which leaves nothing behind', async () => {
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const program = npm(['run', 'demo'], { TMPDIR: temporary });
    await program.printed(/^Ready on (\S+)$/m);

    program.kill('SIGTERM');
    const { stdout } = await program.finished;

    expect(stdout).toContain('Stopped. All files of the demo have been deleted.');
    expect(readdirSync(temporary)).toStrictEqual([]);
  });
});

describe('an error says how to install', () => {
  const NODE_22 = join(ROOT, 'e2e/node_modules/node/bin/node');

  /** Starts a program in a folder in which only these files are installed. */
  async function launch(node: string, ...installed: string[]) {
    cpSync(join(ROOT, 'launch.js'), join(folder, 'launch.js'));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    writeFileSync(join(folder, 'main.ts'), "import 'zod';\n");
    for (const file of installed) {
      mkdirSync(join(folder, 'node_modules', file, '..'), { recursive: true });
      writeFileSync(join(folder, 'node_modules', file), '{}');
    }
    return startProgram(node, [join(folder, 'launch.js'), 'main.ts'], {}, '').finished;
  }

  test.each([
    ['everything', [], /Run: npm ci\nIt also installs the right Node\.\n$/],
    [
      'the development packages',
      ['zod/package.json'],
      /development packages are left out\. Run: npm ci --include=dev\nOr install Node 24 from .*\n$/,
    ],
    [
      'what install scripts download',
      ['zod/package.json', 'node/package.json'],
      /install scripts are off\. Run: npm ci --no-ignore-scripts\nOr install Node 24 from .*\n$/,
    ],
  ])('%s, on an older Node', async (_, installed, words) => {
    const { code, stdout, stderr } = await launch(NODE_22, ...installed);

    expect([code, stdout]).toStrictEqual([1, '']);
    expect(stderr).toMatch(/^This needs Node 24 or later, but runs on 22\.13\.\d+\. /);
    expect(stderr).toMatch(words);
  });

  test('a missing package, if Node is new enough', async () => {
    const { code, stderr } = await launch(process.execPath);

    expect([code, stderr]).toStrictEqual([
      1,
      'The package zod is not installed. Run: npm ci --include=dev\n',
    ]);
  });

  test.each(['start', 'user', 'backup', 'migrate', 'demo'])(
    'anything that is missing for npm run %s, which uses the launcher',
    (name) => {
      const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

      expect(scripts[name]).toMatch(/^(exec )?node launch\.js /);
    },
  );
});
