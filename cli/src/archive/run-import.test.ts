import { expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { modelTracker } from '../testing/model-tracker.ts';
import { runClient } from '../testing/run-client.ts';

const MOVIE = { sk: 'MOVIE#Lola', file_name: 'Lola', timestamp: 1_700_000_000 };

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
  return { file: folder.of('records.jsonl'), text, records, run };
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
