import { statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disk } from '../disk/disk.ts';
import { createFolder } from '../testing/folder.ts';
import { IS_WINDOWS } from '../testing/system.ts';
import { systemError, watchDisk } from '../testing/watch-disk.ts';
import { openReceipts, type Receipts } from './receipts.ts';

const ALICE = { user: 'alice', address: 'https://tracker.example', now: () => 1000 };
const NOTE = { what: 'a sync', changes: [] };

function open(stateFolder: string | undefined = createFolder().path, tracker = ALICE): Receipts {
  return openReceipts({ disks: { forGood: disk, trash: disk }, stateFolder }, tracker);
}

const named = async (receipts: Receipts) => (await receipts.read()).kept.map(({ what }) => what);

test('receipts are read in the order in which they were added', async () => {
  const receipts = open();
  const whats = ['a', 'b', 'c', 'd'];
  for (const what of whats) await receipts.add({ ...NOTE, what });

  expect(await named(receipts)).toStrictEqual(whats);
});

/** Keeps receipts of earlier changes. Resolves with what they are about, the oldest first. */
async function keepOlder(receipts: Receipts, count: number): Promise<string[]> {
  const { id, ...first } = await receipts.add({ ...NOTE, what: '1' });
  const whats = Array.from({ length: count }, (_, index) => `${index + 1}`);
  for (const what of whats.slice(1)) {
    const name = id.replace(/^\d+/, what.padStart(8, '0'));
    writeFileSync(`${receipts.folder}/${name}`, JSON.stringify({ ...first, what }));
  }
  return whats;
}

test('the latest 200 are kept, and drafts of killed clients are deleted', async () => {
  const state = createFolder();
  const receipts = open(state.path);
  const whats = await keepOlder(receipts, 220);
  const draft = `.00000001-aaaaaaaa.json.immersion-draft-${crypto.randomUUID()}`;
  writeFileSync(`${receipts.folder}/${draft}`, '{"what":');

  await receipts.add({ ...NOTE, what: 'last' });

  expect(await named(receipts)).toStrictEqual([...whats.slice(-199), 'last']);
  expect(state.tree()).toHaveLength(200);
});

test('the oldest one is kept if a new one cannot be written', async () => {
  const state = createFolder().path;
  const whats = await keepOlder(open(state), 200);
  const full = watchDisk(disk, async () => {
    throw systemError('ENOSPC');
  });
  const receipts = openReceipts(
    {
      disks: { forGood: { ...full, deleteOwnFile: disk.deleteOwnFile }, trash: full },
      stateFolder: state,
    },
    ALICE,
  );

  await expect(receipts.add(NOTE)).rejects.toThrow('ENOSPC');

  expect(await named(receipts)).toStrictEqual(whats);
});

test('only the learner can read them', async () => {
  const receipts = open();
  const { id } = await receipts.add(NOTE);

  if (IS_WINDOWS) return;
  expect(statSync(`${receipts.folder}`).mode & 0o777).toBe(0o700);
  expect(statSync(`${receipts.folder}/${id}`).mode & 0o777).toBe(0o600);
});

test('receipts added at the same time are all kept', async () => {
  const state = createFolder().path;
  await Promise.all(Array.from({ length: 8 }, () => open(state).add(NOTE)));

  expect(await named(open(state))).toHaveLength(8);
});

test('a slash at the end of the address makes no difference, but another user or address does', async () => {
  const state = createFolder().path;
  await open(state).add(NOTE);

  const same = open(state, { ...ALICE, address: `${ALICE.address}/` });
  const others = [
    open(state, { ...ALICE, user: 'bob' }),
    open(state, { ...ALICE, address: 'https://other.example' }),
  ];

  expect(await named(same)).toHaveLength(1);
  expect(await Promise.all(others.map(named))).toStrictEqual([[], []]);
});

test('a receipt of another account in the folder counts as damaged', async () => {
  const state = createFolder();
  const [mine, others] = [open(state.path), open(state.path, { ...ALICE, user: 'bob' })];
  const { id } = await others.add(NOTE);
  await mine.add(NOTE);
  const [from, to] = [others, mine].map(({ folder }) => state.within(`${folder}/${id}`));
  state.write(`${to}`, state.read(`${from}`));

  expect((await mine.read()).damaged).toStrictEqual([`${mine.folder}/${id}`]);
});

test('without a state folder there are none, and none can be added', async () => {
  const receipts = openReceipts(
    { disks: { forGood: disk, trash: disk }, stateFolder: undefined },
    ALICE,
  );

  expect(await named(receipts)).toStrictEqual([]);
  await expect(receipts.add(NOTE)).rejects.toThrow(
    'could not be written (set HOME, or XDG_STATE_HOME, to an absolute path)',
  );
});
