import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { Stopped } from '../errors/failure.ts';
import { createFolder } from '../testing/folder.ts';
import { modelTracker } from '../testing/model-tracker.ts';
import { runClient } from '../testing/run-client.ts';
import { IS_WINDOWS } from '../testing/system.ts';

const MOVIE = { sk: 'MOVIE#Lola', file_name: 'Lola', timestamp: 1_700_000_000 };

type RunOptions = Parameters<typeof runClient>[1];

/** A learner with an export of these items. */
function importing(...items: readonly unknown[]) {
  const folder = createFolder();
  const state = createFolder();
  const { fetch, records } = modelTracker();
  const text = items.map((item) => `${JSON.stringify(item)}\n`).join('');
  folder.write('records.jsonl', text);
  const refusing: typeof fetch = async (input, init) =>
    new URL(new Request(input, init).url).pathname === '/restore'
      ? Response.json({ message: 'no', code: 'conflict' }, { status: 409 })
      : fetch(input, init);
  const run = (args: readonly string[], answers: readonly string[] = [], refuses = false) =>
    runClient(args, {
      ...{ answers, stateFolder: state.path },
      fetch: refuses ? refusing : fetch,
    });
  /** Runs a client that this input or signal can stop. */
  const start = (args: readonly string[], options: Pick<RunOptions, 'stdin' | 'signal'>) =>
    runClient(args, { fetch, stateFolder: state.path, ...options });
  return { folder, file: folder.of('records.jsonl'), text, records, run, start };
}

test('an import that the tracker refuses leaves nothing to undo', async () => {
  const { file, run } = importing(MOVIE);

  const refused = await run(['import', file, '--yes'], [], true);
  const { stdout } = await run(['undo', '--list']);

  expect([refused.code, refused.stdout]).toEqual([2, expect.stringContaining('Added 0 items.')]);
  expect(refused.stdout).not.toContain('immersion undo');
  expect(stdout).not.toContain('import');
});

test('undo takes back an import, and names the file it came from', async () => {
  const { file, records, run, text } = importing(MOVIE);

  await run(['import', file, '--yes']);
  const ofFile = await run(['undo', '--yes']);
  await run(['import', '-', '--yes'], [text]);
  const ofInput = await run(['undo', '--list']);

  expect(ofFile.stdout).toContain('This takes back the import of records.jsonl');
  expect(ofInput.stdout).toContain('the import from standard input');
  expect([...records.keys()]).toEqual([MOVIE.sk]);
});

test('a script has to agree', async () => {
  const { file, records, run } = importing(MOVIE);

  const { code, stdout, stderr } = await run(['import', file], ['y']);

  expect([code, stdout]).toEqual([1, 'New: 1 movie.\n']);
  expect(stderr).toBe('Nothing was changed. Without a terminal to ask in, add --yes.\n');
  expect(records.size).toBe(0);
});

/** More than a pipe holds, so that it is written only once somebody has begun to read it. */
const BLANK_LINES = '\n'.repeat(1024 * 1024);

test('a stop ends an import that waits for more of standard input', async () => {
  const { start } = importing();
  const stop = new AbortController();
  const stdin = new PassThrough();

  const stopped = start(['import', '-', '--yes'], { stdin, signal: stop.signal });
  stdin.write(BLANK_LINES);
  await once(stdin, 'drain');
  stop.abort(new Stopped());

  expect(await stopped).toEqual({ code: 130, stdout: '', stderr: 'Stopped.\n' });
});

if (!IS_WINDOWS) {
  /** A FIFO with a writer, which does not wait for a reader since it could also read. */
  async function createFifo(path: string) {
    execFileSync('mkfifo', [path]);
    const writer = await open(path, 'r+');
    onTestFinished(() => writer.close());
    return writer;
  }

  test('an import reads a FIFO until its writer closes it', async () => {
    const { folder, records, start, text } = importing(MOVIE);
    const writer = await createFifo(folder.of('fifo'));

    const ran = start(['import', folder.of('fifo'), '--yes'], {});
    await writer.writeFile(BLANK_LINES + text);
    await writer.close();

    expect(await ran).toMatchObject({ code: 0, stdout: expect.stringContaining('Added 1 item.') });
    expect([...records.keys()]).toEqual([MOVIE.sk]);
  });

  test('a stop ends an import that waits for more of a FIFO', async () => {
    const { folder, start } = importing();
    const writer = await createFifo(folder.of('fifo'));
    const stop = new AbortController();

    const stopped = start(['import', folder.of('fifo'), '--yes'], { signal: stop.signal });
    await writer.writeFile(BLANK_LINES);
    stop.abort(new Stopped());

    expect(await stopped).toEqual({ code: 130, stdout: '', stderr: 'Stopped.\n' });
  });
}

test('a stop at the question adds nothing, and says nothing else', async () => {
  const { file, records, start } = importing(MOVIE);
  const keys = new PassThrough();
  const stdin = Object.assign(keys, { isTTY: true, setRawMode: () => keys });
  keys.write('\u0003');

  const { code, stderr } = await start(['import', file], { stdin });

  expect(code).toBe(130);
  expect(stderr).toMatch(/Stopped\.\n$/);
  expect(records.size).toBe(0);
});
