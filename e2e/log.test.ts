import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { ALWAYS, ROOT } from './testing/programs/program.ts';
import { startInTerminal } from './testing/programs/terminal.ts';
import { send } from './testing/trackers/api.ts';
import { secretOf } from './testing/trackers/local-host.ts';

const MAIN = 'api/src/hosts/local/server/main.ts';

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A full pipe that is never read. */
function fullPipe(): number {
  const path = join(folderForTest(), 'pipe');
  execFileSync('mkfifo', [path]);
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const full = () => {
    try {
      return writeSync(fd, 'x'.repeat(4096)) === 0;
    } catch {
      return true;
    }
  };
  while (!full());
  return openSync(path, 'w');
}

const fullDisk = () => openSync('/dev/full', 'w');

type Stdio = 'pipe' | number;

/** Starts a tracker on a data folder, with this standard output and standard error. */
function start(dataDir: string, stdout: Stdio, stderr: Stdio) {
  const child = spawn(process.execPath, [MAIN], {
    cwd: ROOT,
    env: { ...ALWAYS, PORT: '0', IMMERSION_TRACKER_DATA_DIR: dataDir },
    stdio: ['ignore', stdout, stderr],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const read = (stream: Readable | null) => createInterface(stream ?? expect.fail('not a pipe'));
  return {
    child,
    printed: () => once(read(child.stdout), 'line').then(String),
    logged: () => once(read(child.stderr), 'line').then(String),
    exitCode: once(child, 'exit').then(([code]) => code),
  };
}

function dataDirWithUsers(): string {
  const dataDir = folderForTest();
  writeFileSync(join(dataDir, 'secret.json'), JSON.stringify(secretOf({})), { mode: 0o600 });
  return dataDir;
}

test.each([
  ['nobody reads the log', fullPipe],
  ['the disk of the log is full', fullDisk],
])('if %s, the tracker answers, and stops with SIGTERM', async (_, log) => {
  const tracker = start(dataDirWithUsers(), 'pipe', log());
  const [url = ''] = /http:\S+/.exec(await tracker.printed()) ?? [];

  const episodes = [{ folder_name: 'Show', file_name: 'Episode 1' }];
  const answers = [
    await send(url, 'POST', '/sync', { episodes }),
    await send(url, 'GET', '/progress'),
  ];
  tracker.child.kill('SIGTERM');

  expect(answers).toMatchObject([
    { status: 200, body: { episodes_added: 1 } },
    { status: 200, body: { total_episodes_watched: 1 } },
  ]);
  expect(await tracker.exitCode).toBe(0);
});

test('if Ctrl-S stops the terminal, the tracker answers, and stops with SIGTERM', async () => {
  const environment = { PORT: '0', IMMERSION_TRACKER_DATA_DIR: folderForTest() };
  const terminal = startInTerminal(MAIN, [], environment);
  onTestFinished(() => terminal.kill());
  const [, url = ''] = await terminal.sees(/ready on (\S+)/);
  await terminal.sees(/Press Ctrl-C to stop/);

  terminal.press('ctrl-s');
  const answer = await send(url, 'GET', '/shows');
  terminal.kill('SIGTERM');

  expect(answer.status).toBe(401);
  expect(await terminal.finished).toBe(0);
});

test('if standard output cannot be written, the tracker logs that and runs', async () => {
  const tracker = start(dataDirWithUsers(), fullDisk(), 'pipe');

  const logged = await tracker.logged();
  tracker.child.kill('SIGTERM');

  expect(logged).toContain('cannot write to standard output (ENOSPC)');
  expect(await tracker.exitCode).toBe(0);
});

test('a first start that cannot print its password fails, so that the next one makes a new password', async () => {
  const dataDir = folderForTest();
  const tracker = start(dataDir, fullDisk(), 'pipe');

  const logged = await tracker.logged();

  expect(logged).toContain('the password of the first user would be lost');
  expect(await tracker.exitCode).toBe(1);
  expect(existsSync(join(dataDir, 'secret.json'))).toBe(false);
});
