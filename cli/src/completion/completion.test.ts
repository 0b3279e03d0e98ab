import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { runClient } from '../testing/run-client.ts';
import { IS_WINDOWS } from '../testing/system.ts';

async function client(...args: readonly string[]): Promise<string> {
  const fetch = () => Promise.reject(new Error('is not asked'));
  const { code, stdout } = await runClient(args, { fetch, stateFolder: '/nowhere' });
  expect(code).toBe(0);
  return stdout;
}

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Words that open a block in each shell, and those that close one. */
const BLOCKS: Readonly<Record<(typeof SHELLS)[number], readonly [RegExp, RegExp]>> = {
  bash: [/^ *(?:if|case|for)\b/gm, /\b(?:fi|esac|done)$/gm],
  zsh: [/^ *(?:if|case|for)\b/gm, /\b(?:fi|esac|done)$/gm],
  fish: [/^ *(?:if|switch|for|function)\b/gm, /^ *end$/gm],
};

describe.each(SHELLS)('the script for %s', (shell) => {
  test('has every command with its options', async () => {
    const script = await client('completion', shell);
    const help = await client('sync', '--help');

    const options = [...help.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, name]) => name);
    expect(options).toContain('dry-run');
    for (const name of options) expect(script).toMatch(new RegExp(`(?:--|-l )${name}\\b`));
    const commands = [...(await client('--help')).matchAll(/^ {2}([a-z]+)(?: [[<]| {2})/gm)];
    expect(commands.length).toBeGreaterThan(5);
    for (const [, name] of commands) expect(script).toMatch(new RegExp(`\\b${name}\\b`));
    expect(script).toContain('rewatch');
  });

  test('is accepted by the shell if it is installed, and always has closed quotes and blocks', async () => {
    const script = await client('completion', shell);

    const { error, status, stderr } = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
    if (error === undefined && !IS_WINDOWS) expect([status, stderr]).toEqual([0, '']);
    const quotes = script.replace(/\\[\\']/g, '').match(/'/g) ?? [];
    expect(quotes.length % 2).toBe(0);
    const [opened, closed] = BLOCKS[shell].map((words) => script.match(words)?.length);
    expect(opened).toBeGreaterThan(1);
    expect(closed).toBe(opened);
  });
});

// Windows does not come with bash.
if (!IS_WINDOWS) {
  test.each([
    ['immersion sy', ['sync']],
    ['immersion shows se', ['set']],
    ['immersion sync --re', ['--remember']],
    ['immersion sync --known ', ['rewatch', 'remove', 'leave']],
    ['immersion sync --known re', ['rewatch', 'remove']],
    ['immersion sync ~/Media --backf', ['--backfill']],
    ['immersion completion f', ['fish']],
    // Bash offers files instead.
    ['immersion export ', []],
  ])('bash completes %j', async (line, offered) => {
    const script = await client('completion', 'bash');
    const words = line.split(' ').map((word) => `'${word}'`);
    const ask = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _immersion; printf '%s\\n' "\${COMPREPLY[@]}"`;

    const { stdout, stderr } = spawnSync('bash', ['--norc'], {
      input: `${script}\n${ask}\n`,
      encoding: 'utf8',
    });

    expect(stderr).toBe('');
    expect(stdout.split('\n').filter((word) => word !== '')).toEqual(offered);
  });
}

test('an unknown shell is an error that lists the known ones', async () => {
  const fetch = () => Promise.reject(new Error('is not asked'));

  const run = await runClient(['completion', 'tcsh'], { fetch, stateFolder: '/nowhere' });

  expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('bash, zsh, fish')]);
});
