/** How the program was called, for what a person is told to run next. npm says when it was npx. */
// biome-ignore lint/style/noProcessEnv: it is the same for the whole process, like the version.
export const COMMAND = process.env.npm_command === 'exec' ? 'npx immersion' : 'immersion';
