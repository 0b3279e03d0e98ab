import { expect, test } from 'vitest';
import { runClient } from './testing/run-client.ts';

const client = (...args: readonly string[]) =>
  runClient(args, {
    fetch: () => Promise.reject(new Error('is not asked')),
    stateFolder: '/nowhere',
  });

/** The commands that a help lists. */
function commandsIn(help: string): string[] {
  const [, list = ''] = /\nCommands:\n(.*?)\n(?:\n|$)/s.exec(help) ?? [];
  return [...list.matchAll(/^ {2}([\w-]+)/gm)].flatMap(([, name = '']) =>
    name === 'help' ? [] : name,
  );
}

test('the help of the program and of every command has examples', async () => {
  async function withoutExamples(...path: readonly string[]): Promise<string[]> {
    const { stdout } = await client(...path, '--help');
    const below = commandsIn(stdout).map((name) => withoutExamples(...path, name));
    const own = /\nExamples:\n {2}\S/.test(stdout) ? [] : [path.join(' ')];
    return [...own, ...(await Promise.all(below)).flat()];
  }

  expect(commandsIn((await client('--help')).stdout)).toContain('sync');
  expect(await withoutExamples()).toEqual([]);
});

test.each([
  [['shows', 'foo'], "unknown command 'foo' of shows. It has: list, set"],
  [['shows', 'foo', '--json'], "unknown command 'foo' of shows. It has: list, set"],
  [['foo'], "unknown command 'foo'"],
  [['shows', 'list', 'foo'], 'too many arguments'],
])('%j is an error that says what is wrong', async (args, words) => {
  const { code, stderr } = await client(...args);

  expect([code, stderr]).toEqual([1, expect.stringContaining(words)]);
});
