import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { CliContext } from '../context/cli-context.ts';
import { writeOwnFile } from '../disk/write-own-file.ts';
import { Failure } from '../errors/failure.ts';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { COMMAND } from '../text/command-name.ts';

const schema = z.object({
  /** What a sync does with recorded files if no option says it; undefined until somebody chose. */
  clean_up: z.enum(['delete', 'trash']).optional(),
});

/** What this person prefers on this machine, with any tracker. */
export type Preferences = Readonly<z.output<typeof schema>>;

/** Where the preferences are. */
export type PreferencesContext = Pick<CliContext, 'loginFile' | 'disks'>;

const fileOf = ({ loginFile }: PreferencesContext) =>
  loginFile === undefined ? undefined : join(dirname(loginFile), 'preferences.json');

/**
 * The kept preferences. Throws a `Failure` if there are some that cannot be read: they may say that nothing is
 * to be deleted for good.
 */
export async function readPreferences(context: PreferencesContext): Promise<Preferences> {
  const file = fileOf(context);
  if (file === undefined) return {};
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT') return {};
    throw new Failure(
      `${file} cannot be read (${code ?? 'it is damaged'}), so it is not clear what to do with recorded files. Choose with: ${COMMAND} sync --trash --remember (or --delete --remember)`,
    );
  }
}

/** Keeps preferences. Resolves with the reason if they cannot be written. */
export async function keepPreferences(
  context: PreferencesContext,
  changes: Preferences,
): Promise<string | undefined> {
  const file = fileOf(context);
  if (file === undefined) return 'HOME is not set';
  // The new ones replace a damaged file.
  const preferences = { ...(await readPreferences(context).catch(() => ({}))), ...changes };
  try {
    await writeOwnFile(context.disks.forGood, file, `${JSON.stringify(preferences, null, 2)}\n`);
    return undefined;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** What a kept `clean_up` does, and how to change it. */
export function cleanUpInWords(cleanUp: 'delete' | 'trash'): string {
  const [does, other] =
    cleanUp === 'delete'
      ? ['delete recorded files for good', 'trash']
      : ['move recorded files to the trash', 'delete'];
  return `syncs on this machine ${does}. To change that: ${COMMAND} sync --${other} --remember`;
}
