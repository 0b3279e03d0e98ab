import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { type Disk, disk } from '../disk/disk.ts';
import type { Folder } from '../testing/folder.ts';
import {
  addLine,
  copyJournals,
  createHousehold,
  damageJournals,
  FILES,
  forgeNote,
  type Household,
  LINKS,
  look,
  moveAway,
  movedOn,
  put,
  recordElsewhere,
  replaceList,
  type Side,
  type Snapshot,
  thesisIsThere,
} from '../testing/household.ts';
import { runClient } from '../testing/run-client.ts';
import { watchDisk } from '../testing/watch-disk.ts';

// Problems take several steps with the same thing, so most steps use the first one of each.
const one = fc.constantFrom(...([0, 0, 0, 1] as const));
const [favourite = '', ...others] = Object.keys(FILES);
const path = fc.constantFrom(...others.flatMap((other) => [favourite, other]));
const video = fc.constantFrom(...Object.keys(LINKS));

/** Something that happens during a sync, after `after` effects on the disk and the network. */
const event = fc.record({
  // Early, before anything is sent, or at any moment.
  after: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 25 })),
  what: fc.constantFrom('replace', 'add line', 'move away', 'record elsewhere'),
  path,
  video,
});

const sync = fc.record({
  does: fc.constant('sync'),
  media: one,
  client: one,
  known: fc.constantFrom('rewatch', 'remove', 'leave'),
  keep: fc.constantFrom(true, false, false),
  /** The number of effects after which the sync is killed. A sync has fewer than 1000. */
  killAfter: fc.oneof(
    fc.nat(30),
    fc.integer({ min: 5, max: 12 }),
    fc.constant(1000),
    fc.constant(1000),
  ),
  meanwhile: fc.option(event, { nil: undefined, freq: 2 }),
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('put'), media: one, path }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('add line'), media: one, video }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('replace list'), media: one }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('damage journals'), client: one }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('copy journals'), client: one }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('forge a note'), media: one }) },
  { weight: 6, arbitrary: sync },
);

type Valued<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Sync = Valued<typeof sync>;

test('nothing is lost, counted twice or overlooked, whatever happens, and undo takes it all back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      const household = createHousehold();
      for (const one of steps) {
        if (one.does === 'put') put(household.media[one.media], one.path);
        else if (one.does === 'add line') addLine(household.media[one.media], one.video);
        else if (one.does === 'damage journals')
          damageJournals(household, household.clients[one.client]);
        else if (one.does === 'replace list') replaceList(household.media[one.media]);
        else if (one.does === 'forge a note') forgeNote(household.media[one.media]);
        else if (one.does === 'sync') expect(await syncAndCheck(household, one)).toStrictEqual([]);
        else
          copyJournals(
            household,
            household.clients[one.client],
            household.clients[one.client === 0 ? 1 : 0],
          );
      }
      expect(await undoAndCheck(household)).toStrictEqual([]);
    }),
    { numRuns: 60 },
  );
  // Thousands of steps on a real disk: on a busy machine they take minutes.
}, 300_000);

/** Undoes every sync of every client, and resolves with everything that went wrong. */
async function undoAndCheck(household: Household): Promise<string[]> {
  const { tracker, media, clients } = household;
  for (const { path: stateFolder } of clients) {
    let out = '';
    while (!out.startsWith('There is nothing to undo.')) {
      const run = await runClient(['undo', '--yes'], { stateFolder, fetch: tracker.fetch });
      if (run.code === 1) return [run.stderr];
      out = run.stdout;
    }
  }
  const { elsewhere } = look(household, media[0]);
  return [
    ...[...tracker.records.keys()].filter((id) => !elsewhere.has(id)),
    ...media.flatMap((side) => {
      const { lines } = look(household, side);
      return [...side.listed].filter((video) => lines.get(video) === 0);
    }),
  ];
}

/** Syncs, and resolves with everything that went wrong. */
async function syncAndCheck(household: Household, run: Sync): Promise<string[]> {
  const side = household.media[run.media];
  const contents = new Map(side.contents);
  const before = look(household, side);
  const { report, moved, isDisturbed } = await syncOnce(household, run);
  const after = look(household, side);
  const outside = moved?.missing() ?? [];
  moved?.putBack();

  const looks = { before, after, report, isDisturbed };
  const client = household.clients[run.client];
  return [
    ...Object.keys(FILES).flatMap((path) => checkFile(run, client, path, contents, looks)),
    ...[...side.contents].flatMap(([path, content]) =>
      contents.get(path) === content || after.texts.get(path) === content.text
        ? []
        : [`${path}, which was added during the sync, is lost`],
    ),
    ...Object.keys(LINKS).flatMap((video) => checkLines(run, side, video, looks)),
    ...outside.map((file) => `${file}, outside the media folder, is gone`),
    ...(thesisIsThere(side) ? [] : ["the learner's own file is gone"]),
  ];
}

interface Looks {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Undefined if the run was killed. */
  readonly report: z.output<typeof reportSchema> | undefined;
  /** Whether something happened during the run. */
  readonly isDisturbed: boolean;
}

function checkFile(
  { known, keep, meanwhile }: Sync,
  client: Folder,
  path: string,
  contents: Side['contents'],
  { before, after, report, isDisturbed }: Looks,
): string[] {
  const record = FILES[path] ?? '';
  const content = contents.get(path);
  const elsewhere = after.elsewhere.has(record) && !before.elsewhere.has(record) ? 1 : 0;
  const seen = before.viewings.get(record) ?? 0;
  const made = (after.viewings.get(record) ?? 0) - seen - elsewhere;
  if (content === undefined || before.texts.get(path) !== content.text) {
    return made > 0 ? [`${path} was counted, but does not exist`] : [];
  }
  const wasNoted = content.notedBy.has(client);
  if (made > 0) content.notedBy.add(client);
  // The journal remembers that the learner once called it the same.
  if (made > 0 || (seen + elsewhere > 0 && known === 'remove')) content.isCounted = true;
  const isGone = after.texts.get(path) !== content.text;
  const isReplaced = isDisturbed && meanwhile?.what === 'replace' && meanwhile.path === path;
  const mayGo = (content.isCounted && !keep) || isReplaced;
  const isUndisturbed = report !== undefined && !isDisturbed;
  const mostMade = seen + elsewhere === 0 || known === 'rewatch' ? 1 : 0;
  return [
    ...(made > mostMade ? [`${path} was counted ${made} times`] : []),
    ...(made > 0 && !isDisturbed && !after.times.get(record)?.includes(movedOn(content))
      ? [`${path} was recorded with a wrong date`]
      : []),
    ...(made > 0 && wasNoted ? [`${path} was counted again`] : []),
    ...(isGone && !mayGo ? [`${path} is lost`] : []),
    ...(isUndisturbed && seen === 0 && made === 0 ? [`${path} was not recorded`] : []),
    ...(isUndisturbed && !keep && wasNoted && !isGone ? [`${path} is asked about again`] : []),
    ...(isUndisturbed && !keep && !isGone && !names(report, path) ? [`${path} is not listed`] : []),
  ];
}

function checkLines(
  { known, keep, meanwhile }: Sync,
  { countedLines }: Side,
  video: string,
  { before, after, report, isDisturbed }: Looks,
): string[] {
  const record = LINKS[video] ?? '';
  const isAdded = isDisturbed && meanwhile?.what === 'add line' && meanwhile.video === video;
  const added = isAdded ? 1 : 0;
  const [was, is] = [before.lines.get(video) ?? 0, after.lines.get(video) ?? 0];
  const seen = before.viewings.get(record) ?? 0;
  const made = (after.viewings.get(record) ?? 0) - seen;
  const gone = was + added - is;
  const isGivenUp = known === 'remove' && seen + made > 0;
  const mayGo = isGivenUp ? was : (countedLines.get(video) ?? 0) + made;
  const mostMade = known === 'rewatch' ? was : seen === 0 ? 1 : 0;
  countedLines.set(video, Math.min(Math.max(0, mayGo - gone), is));
  const isUndisturbed = report !== undefined && !isDisturbed;
  return [
    ...(made > Math.min(mostMade, was) ? [`${video} was counted ${made} times`] : []),
    ...(gone > (keep ? 0 : mayGo) ? [`${gone} lines of ${video} are lost`] : []),
    ...(isUndisturbed && was > 0 && seen + made === 0 ? [`${video} was not recorded`] : []),
  ];
}

const finding = z.object({ path: z.string() });
const reportSchema = z.object({ left: z.array(finding), left_before: z.array(finding) });

function names({ left, left_before }: NonNullable<Looks['report']>, path: string): boolean {
  return [...left, ...left_before].some((one) => one.path === path);
}

/** Syncs until the run ends or is killed. Something may happen during the run. */
async function syncOnce(household: Household, run: Sync) {
  const { tracker, media, clients, outside } = household;
  const side = media[run.media];
  let effects = 0;
  let moved: ReturnType<typeof moveAway>;
  let isDisturbed = false;

  const isKilled = () => effects >= run.killAfter;
  /** A killed program does nothing. */
  async function unlessKilled<T>(act: () => Promise<T>): Promise<T> {
    if (isKilled()) throw new Error('killed');
    const result = await act();
    effects += 1;
    if (effects === run.meanwhile?.after) disturb(run.meanwhile);
    if (isKilled()) throw new Error('killed');
    return result;
  }
  function disturb({ what, path, video }: NonNullable<Sync['meanwhile']>): void {
    isDisturbed = true;
    if (what === 'add line') addLine(side, video);
    else if (what === 'record elsewhere') recordElsewhere(tracker, FILES[path] ?? '');
    else if (what === 'move away') moved = moveAway(side, path, outside);
    else if (side.contents.has(path)) put(side, path);
  }
  const watched: Disk = {
    ...watchDisk(disk, (_step, _path, act) => unlessKilled(act)),
    writeNewFile: (path, content, mode) =>
      unlessKilled(() => {
        const isCutOff = effects + 1 >= run.killAfter;
        const written = isCutOff ? content.subarray(0, content.length / 2) : content;
        return disk.writeNewFile(path, written, mode);
      }),
  };
  const ended = await runClient(
    ['sync', side.folder.path, '--json', '--known', run.known, ...(run.keep ? ['--keep'] : [])],
    {
      stateFolder: clients[run.client].path,
      disks: watched,
      answers: Array.from({ length: 20 }, () => '2658'),
      probe: {
        movedAt: ({ path }) => movedOn(side.contents.get(side.folder.within(path))) * 1000,
        lengthOf: async () => undefined,
      },
      async fetch(input, init) {
        await unlessKilled(async () => {});
        return unlessKilled(() => tracker.fetch(input, init));
      },
    },
  );
  if (isKilled()) return { moved, isDisturbed, report: undefined };
  if (ended.code === 1) throw new Error(ended.stderr);
  return { moved, isDisturbed, report: reportSchema.parse(JSON.parse(ended.stdout)) };
}
