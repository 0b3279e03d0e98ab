import { Argument } from 'commander';
import { type AddCommands, examples } from '../context/add-commands.ts';

/** The shells for which there is a script. */
const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** A shell completes by the first word of a line, which is `npx` for a program that is not installed. */
const INSTALLED =
  '\n\nThis completes `immersion`, once it is installed. `npx immersion` cannot be completed.';

export const addCompletion: AddCommands = (program, context) => {
  program
    .command('completion')
    .description('print a script that makes your shell complete commands and options')
    .addArgument(new Argument('<shell>', 'your shell').choices(SHELLS))
    .addHelpText(
      'after',
      examples(
        ['completion bash >> ~/.bashrc', 'then open a new terminal'],
        ['completion zsh >> ~/.zshrc', 'after the line with compinit'],
        ['completion fish > ~/.config/fish/completions/immersion.fish', ''],
      ) + INSTALLED,
    )
    .action(async (shell: (typeof SHELLS)[number]) => {
      const { completionScript } = await import('./completion-script.ts');
      context.stdout.write(completionScript(shell, program));
    });
};
