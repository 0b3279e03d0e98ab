/** Signs a user in on the command line. Leaves out a name that a shell would not take as it is. */
export function loginCommand(address: string, user: string): string {
  const command = `npx immersion login --address ${address}`;
  return /^[A-Za-z0-9_][\w.@-]*$/.test(user) ? `${command} --user ${user}` : command;
}
