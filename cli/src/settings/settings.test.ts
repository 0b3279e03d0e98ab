import { describe, expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { modelTracker } from '../testing/model-tracker.ts';
import { runClient } from '../testing/run-client.ts';

/** Runs the client for a learner without records, on a tracker that remembers the settings. */
function learner() {
  const { fetch, requests } = modelTracker({ timeZone: null });
  const run = (line: string, stateFolder = '/nowhere') =>
    runClient(line.split(' '), { fetch, stateFolder });
  return {
    requests,
    run,
    /** The settings that the tracker has. */
    settings: async (): Promise<unknown> => JSON.parse((await run('settings --json')).stdout),
  };
}

const UNSET = {
  ...{ time_zone: null, day_starts_at_hour: null },
  ...{ daily_goal_minutes: null, target_hours: null, target_date: null },
};
const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

describe('immersion goal', () => {
  test('says how to set one', async () => {
    const { code, stdout } = await learner().run('goal');

    expect([code, stdout]).toEqual([
      0,
      `No goal. To set one:\n  immersion goal --daily 60\n  immersion goal --hours 1000 --by 2028-03-31\n`,
    ]);
  });

  test('sets it, and shows it', async () => {
    const { run, settings } = learner();

    const { code, stdout } = await run('goal --daily 60 --hours 1000');

    expect([code, stdout]).toEqual([
      0,
      `Today · nothing yet · 1 h to go
  ${'▁'.repeat(72)}    0%

Goal · 0 of 1,000 hours
  ${'▁'.repeat(72)}    0%
  A forecast needs four weeks of history.
`,
    ]);
    expect(await settings()).toEqual({ ...UNSET, daily_goal_minutes: 60, target_hours: 1000 });
  });

  test('keeps what is not mentioned, and clears what is none', async () => {
    const { run, settings } = learner();
    await run('goal --daily 60 --hours 1000 --by 2028-03-31');

    await run('goal --daily none --hours 500');

    expect(await settings()).toEqual({ ...UNSET, target_hours: 500, target_date: '2028-03-31' });
  });

  test('clears all of it, and nothing else', async () => {
    const { run, settings } = learner();
    await run('settings --day-starts-at 4');
    await run('goal --daily 60 --hours 1000 --by 2028-03-31');

    const { stdout } = await run('goal --clear');

    expect(stdout).toMatch(/^No goal\./);
    expect(await settings()).toEqual({ ...UNSET, day_starts_at_hour: 4 });
  });

  test('prints it for a program', async () => {
    const { run } = learner();

    const none = await run('goal --json');
    const daily = await run('goal --daily 60 --json');

    expect(JSON.parse(none.stdout)).toEqual({ goal: null });
    expect(JSON.parse(daily.stdout)).toMatchObject({
      goal: { daily_goal_minutes: 60, target_hours: null, minutes_today: 0 },
    });
  });
});

describe('immersion settings', () => {
  const advice =
    machineZone === 'Pacific/Auckland'
      ? ''
      : `\nThis machine is in ${machineZone}. To count your days in that time zone: immersion settings --time-zone auto\n`;

  test('shows what is the default', async () => {
    const { code, stdout } = await learner().run('settings');

    expect([code, stdout]).toEqual([
      0,
      `Time zone      Pacific/Auckland (the tracker's default)
Days begin at  00:00 (the default)
${advice}`,
    ]);
  });

  test('sets both', async () => {
    const { code, stdout } = await learner().run(
      'settings --time-zone Europe/Berlin --day-starts-at 04',
    );

    expect([code, stdout]).toEqual([0, 'Time zone      Europe/Berlin\nDays begin at  04:00\n']);
  });

  test('knows the zone of this machine', async () => {
    const { run, settings } = learner();

    await run('settings --time-zone auto');

    expect(await settings()).toEqual({ ...UNSET, time_zone: machineZone });
  });

  test('clears them', async () => {
    const { run, settings } = learner();
    await run('settings --time-zone Europe/Berlin --day-starts-at 4');

    await run('settings --time-zone none --day-starts-at none');

    expect(await settings()).toEqual(UNSET);
  });
});

test.each([
  ['goal --daily 1.5', '--daily must be a whole number of minutes', 'goal --daily 60'],
  ['goal --daily 0', '--daily must be at least 1', 'goal --daily 60'],
  ['goal --daily -5', '--daily must be a whole number of minutes', 'goal --daily 60'],
  ['goal --daily 1441', '--daily must be at most 1440, which is a day', 'goal --daily 60'],
  ['goal --hours many', '--hours must be a whole number of hours', 'goal --hours 1000'],
  ['goal --by 2027-02-29', '--by must be a date such as 2026-11-20', 'goal --by 2028-03-31'],
  ['goal --daily 60 --by soon', '--by must be a date such as 2026-11-20', 'goal --by 2028-03-31'],
  [
    'settings --time-zone Europe/Berln',
    "--time-zone must be a time zone, or `auto` for this machine's",
    'settings --time-zone Europe/Berlin',
  ],
  [
    'settings --time-zone 7',
    '--time-zone must be a time zone',
    'settings --time-zone Europe/Berlin',
  ],
  [
    'settings --day-starts-at 24',
    '--day-starts-at must be from 0 to 23',
    'settings --day-starts-at 4',
  ],
])('`%s` is refused before anything is sent', async (line, problem, example) => {
  const { run, requests } = learner();

  const { code, stdout, stderr } = await run(line);

  expect([code, stdout, requests]).toEqual([1, '', []]);
  expect(stderr).toContain(problem);
  expect(stderr).toMatch(new RegExp(`For example: immersion ${example}\n$`));
});

test('a goal cannot be set and cleared at once', async () => {
  const { run, requests } = learner();

  const { code, stderr } = await run('goal --clear --hours 10');

  expect([code, requests]).toEqual([1, []]);
  expect(stderr).toContain("'--clear' cannot be used with option '--hours <hours>'");
});

test('settings are shown and changed even if the preferences of this machine are damaged', async () => {
  const { run, settings } = learner();
  const state = createFolder();
  state.write('preferences.json', '{"clean_up":"tra');

  const { code, stdout } = await run('settings --time-zone Asia/Tokyo', state.path);

  expect([code, await settings()]).toEqual([0, { ...UNSET, time_zone: 'Asia/Tokyo' }]);
  expect(stdout).toMatch(
    /\nRecorded files: .*preferences\.json cannot be read \(it is damaged\).*Choose with: /,
  );
});
