import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { thousands } from '@immersion-tracker/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { createLog } from './log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry = z.looseObject({ msg: z.string() });

/** Closes the log, and returns the entries in the file of that name. */
async function entriesOf(name: string, use: (log: ReturnType<typeof createLog>['log']) => void) {
  const file = join(folder, name);
  const { log, close } = createLog(openSync(file, 'a'));
  use(log);
  await close();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => entry.parse(JSON.parse(line)));
}

test('while nobody reads the log, entries wait; those that do not fit are counted, and reported to the next reader', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = new Socket({ fd: openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK) });
  const { log, close } = createLog(openSync(pipe, 'w'));

  const count = 20_000;
  for (let index = 0; index < count; index += 1) log('info', `${index}`, { a: 'x'.repeat(100) });

  const read: string[] = [];
  for await (const line of createInterface(reader)) {
    read.push(entry.parse(JSON.parse(line)).msg);
    if (line.includes('could not be written')) break;
  }
  const kept = read.length - 1;
  expect(kept).toBeGreaterThan(1000);
  expect(kept).toBeLessThan(count);
  expect(read).toStrictEqual([
    ...Array.from({ length: kept }, (_, index) => `${index}`),
    `${thousands(count - kept)} log entries could not be written`,
  ]);
  await close();
  reader.destroy();
});

test('fields that cannot be written as they are do not throw', async () => {
  const circular: Record<string, unknown> = { count: 1n };
  circular.self = circular;
  const error = Object.freeze(
    Object.defineProperty(new Error('fake'), 'body', {
      enumerable: true,
      get: () => expect.fail('cannot be read'),
    }),
  );

  const entries = await entriesOf('fields', (log) => {
    log('error', 'first', { error, circular });
    log('error', 'second', {
      get error() {
        return expect.fail('cannot be read');
      },
    });
    log('info', 'third');
  });

  expect(entries).toMatchObject([
    { msg: 'first', error: expect.stringContaining('Error: fake\n'), circular: { count: 1 } },
    { msg: 'third' },
    { msg: '1 log entry could not be written' },
  ]);
});

test('what was logged just before a crash is written', async () => {
  const module = new URL('log.ts', import.meta.url).href;
  const script = `import { createLog } from '${module}';
    const { log } = createLog();
    for (let index = 0; index < 1000; index += 1) log('info', 'entry ' + index);
    throw new Error('fake crash');`;

  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  const [output] = await Promise.all([text(child.stderr), once(child, 'close')]);

  expect(output.split('\n').filter((line) => line.includes('"entry '))).toHaveLength(1000);
});
