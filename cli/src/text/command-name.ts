/** How the user called the program, for advice on what to run next. npm sets the variable for npx. */
// biome-ignore lint/style/noProcessEnv: it is constant for the process, like the version.
export const COMMAND = process.env.npm_command === 'exec' ? 'npx immersion' : 'immersion';
