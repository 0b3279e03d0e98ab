import { type AddCommands, examples } from '../context/add-commands.ts';
import type { LoginOptions } from './run-login.ts';

export const addLogin: AddCommands = (program, context) => {
  program
    .command('login')
    .description('check and save the address of the tracker, your user and your password')
    .option('--address <url>', 'address of the tracker')
    .option('--user <name>', 'user name; the command asks for the password')
    .addHelpText(
      'after',
      examples(
        ['login', 'asks for everything'],
        ['login --address https://tracker.example --user alice', 'asks for the password'],
      ),
    )
    .action(async (options: LoginOptions) => {
      const { runLogin } = await import('./run-login.ts');
      await runLogin(context, options);
    });
};
