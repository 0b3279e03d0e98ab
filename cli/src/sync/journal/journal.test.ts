import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disk } from '../../disk/disk.ts';
import { createFolder } from '../../testing/folder.ts';
import { systemError, watchDisk } from '../../testing/watch-disk.ts';
import { entryOf } from '../plan/states.ts';
import { episode, link } from '../testing/claims.ts';
import { openJournal } from './journal.ts';

const entries = [episode('Bocchi', '01'), link('aB3dE5fG7hI')].map((claim) =>
  entryOf(claim, claim.record, 'source-1'),
);
const MEDIA = { account: 'alice at http://127.0.0.1', root: '/media' };
const EMPTY = { entries: [], finished: [], left: [] };

test('what one run notes, the next one reads', async () => {
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

test('each media folder has a journal of its own for each account', async () => {
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
  ['of another folder', JSON.stringify({ ...MEDIA, root: '/other', ...EMPTY, left: ['hash'] })],
])('a journal that is %s counts as none, and is replaced', async (_, content) => {
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
