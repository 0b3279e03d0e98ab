import { readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../disk/disk.ts';
import { createFolder } from '../../testing/folder.ts';
import { systemError, watchDisk } from '../../testing/watch-disk.ts';
import { episode, link } from '../testing/claims.ts';
import { entryOf } from './entries.ts';
import { openJournal } from './journal.ts';

const entries = [episode('Bocchi', '01'), link('aB3dE5fG7hI')].map((claim) =>
  entryOf(claim, claim.record, 'source-1'),
);
const MEDIA = { account: 'alice at http://127.0.0.1', root: '/media' };
/** Fails without a system error code. */
const refusingAll = watchDisk(disk, async () => {
  throw new Error('a mistake');
});
const EMPTY = { entries: [], finished: [], left: [] };

test('the next run reads what one run noted', async () => {
  const state = createFolder();
  const journal = await openJournal(disk, state.path, MEDIA);

  const trouble = await journal.update({ entries });
  await journal.update({ left: ['hash'] });

  expect(trouble).toBeUndefined();
  expect((await openJournal(disk, state.path, MEDIA)).content).toStrictEqual({
    ...EMPTY,
    entries,
    left: ['hash'],
  });
});

test('each account has a separate journal for each media folder', async () => {
  const state = createFolder();
  await (await openJournal(disk, state.path, MEDIA)).update({ entries });

  const others = [
    { ...MEDIA, root: '/other' },
    { ...MEDIA, account: 'bob at http://127.0.0.1' },
  ];
  for (const other of others) {
    expect((await openJournal(disk, state.path, other)).content).toStrictEqual(EMPTY);
  }
});

test.each([
  ['damaged', '{"entries":[{"record":"EPISODE#Bocchi#01"'],
  ['empty', ''],
  [
    'of another shape',
    '{"account":"alice at http://127.0.0.1","root":"/media","entries":[{"record":1}],"finished":[],"left":[]}',
  ],
  ['for another folder', JSON.stringify({ ...MEDIA, root: '/other', ...EMPTY, left: ['hash'] })],
])('a journal that is %s counts as empty, and is replaced', async (_, content) => {
  const state = createFolder();
  const { file, update } = await openJournal(disk, state.path, MEDIA);
  await update({});
  writeFileSync(file, content);

  const journal = await openJournal(disk, state.path, MEDIA);
  const read = journal.content;
  await journal.update({ entries });

  expect(read).toStrictEqual(EMPTY);
  expect((await openJournal(disk, state.path, MEDIA)).content.entries).toStrictEqual(entries);
});

test('without a state folder, notes last only for this run, and the caller learns why', async () => {
  const here = createFolder();
  const journal = await openJournal(refusingAll, undefined, { ...MEDIA, root: here.path });

  const trouble = await journal.update({ entries });

  expect(trouble).toBe('HOME is not set');
  expect(journal.content.entries).toStrictEqual(entries);
  expect((await openJournal(disk, undefined, { ...MEDIA, root: here.path })).content).toStrictEqual(
    EMPTY,
  );
});

test('the draft of a killed run is deleted by the next one', async () => {
  const state = createFolder();
  const { file, update } = await openJournal(disk, state.path, MEDIA);
  await update({});
  const draft = `.${basename(file)}.immersion-draft-6d24e08e-40f5-43a9-9adc-00ac63099e08`;
  writeFileSync(join(dirname(file), draft), '{"ro');

  await update({ entries });

  expect(readdirSync(dirname(file))).toStrictEqual([basename(file)]);
});

test('a bug is not mistaken for a problem with the disk', async () => {
  const journal = await openJournal(refusingAll, createFolder().path, MEDIA);

  await expect(journal.update({ entries })).rejects.toThrow('a mistake');
});

test('a journal that cannot be written says why, and the old one stays', async () => {
  const state = createFolder();
  await (await openJournal(disk, state.path, MEDIA)).update({ entries });
  const full = watchDisk(disk, async (step, _path, act) => {
    if (step === 'writeNewFile') throw systemError('ENOSPC');
    await act();
  });

  const trouble = await (await openJournal(full, state.path, MEDIA)).update({ entries: [] });

  expect(trouble).toBe('ENOSPC');
  expect((await openJournal(disk, state.path, MEDIA)).content.entries).toStrictEqual(entries);
});
