import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StoredUser {
  readonly user: string;
  readonly password: string;
  readonly tokens?: readonly { readonly name: string; readonly hash: string }[];
}

/** The secret file of a tracker. */
export function secretIn(dataDir: string) {
  const file = join(dataDir, 'secret.json');
  const read = () => readFileSync(file, 'utf8');
  const replace = (text: string) => {
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    file,
    read,
    replace,
    changeUsers(change: (users: readonly StoredUser[]) => readonly StoredUser[]) {
      const { users, ...keys } = JSON.parse(read());
      replace(JSON.stringify({ users: change(users), ...keys }));
    },
  };
}
