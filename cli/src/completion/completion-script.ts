import type { Command } from 'commander';
import { bashScript } from './bash.ts';
import { describe } from './describe.ts';
import { fishScript } from './fish.ts';
import { zshScript } from './zsh.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** The name under which the package installs the program, however it was called. */
const PROGRAM = 'immersion';

export const completionScript = (shell: keyof typeof scripts, program: Command): string =>
  scripts[shell](PROGRAM, describe(program));
