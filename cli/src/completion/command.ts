import { Argument } from 'commander';
import { type AddCommands, examples } from '../context/add-commands.ts';

/** The shells for which there is a script. */
const SHELLS = ['bash', 'zsh', 'fish'] as const;

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
      ),
    )
    .action(async (shell: (typeof SHELLS)[number]) => {
      const { completionScript } = await import('./completion-script.ts');
      context.stdout.write(completionScript(shell, program));
    });
};
