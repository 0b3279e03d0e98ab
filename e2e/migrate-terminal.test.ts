import { expect, onTestFinished, test } from 'vitest';
import { startInTerminal } from './testing/programs/terminal.ts';
import {
  dataDirWith,
  dynamodbForTest,
  episodes,
  itemsIn,
  MIGRATE,
  TO_DYNAMODB,
} from './testing/trackers/migration.ts';

async function start(count: number) {
  const dataDir = await dataDirWith(episodes('alice', count));
  const dynamodb = await dynamodbForTest();
  const run = () => {
    const environment = { ...dynamodb.environment, IMMERSION_TRACKER_DATA_DIR: dataDir };
    const terminal = startInTerminal(MIGRATE, TO_DYNAMODB, environment, { columns: 120 });
    onTestFinished(() => terminal.kill());
    return terminal;
  };
  return { run, dynamodb };
}

test('a person sees a bar that grows, and in the end what was done', async () => {
  const { run } = await start(2000);
  const terminal = run();

  await terminal.sees(/\nCopying {2}█+░+ {2}[1-9]\d?% {2}[\d,]+\/2,000 items$/);
  const code = await terminal.finished;

  expect(code).toBe(0);
  expect(terminal.screen()).toMatch(
    /^From \/.*immersion-tracker\.sqlite\nto table immersion_tracker/,
  );
  expect(terminal.screen()).toContain(`
alice: 2,000 items, 2,000 copied, 0 already there
Checked: 2,000 items in the source, all of them in the target.

Users, passwords and provider keys`);
  expect(terminal.screen()).not.toContain('█');
  expect(terminal.cursorIsVisible).toBe(true);
});

test('Ctrl-C ends it with a cursor and a sentence, and the same command goes on', async () => {
  const { run, dynamodb } = await start(2000);
  const terminal = run();
  await terminal.sees(/[2-9]\d%/);

  terminal.press('ctrl-c');
  const code = await terminal.finished;
  const again = run();
  const codeAgain = await again.finished;

  expect([code, codeAgain]).toStrictEqual([130, 0]);
  expect(terminal.screen()).toMatch(/\nStopped\. Nothing is lost\. .*$/);
  expect(terminal.cursorIsVisible).toBe(true);
  expect(again.screen()).not.toContain(' 0 already there');
  expect(await itemsIn(dynamodb)).toHaveLength(2000);
});
