import { Failure } from '../../errors/failure.ts';
import {
  cleanUpInWords,
  keepPreferences,
  type PreferencesContext,
  readPreferences,
} from '../../preferences/preferences.ts';
import { type Asking, choose, ENTER } from '../../terminal/choose.ts';
import type { Screen } from '../../terminal/screen.ts';
import type { Claim } from '../claims/claims.ts';
import type { CleanUp } from '../plan/instructions.ts';

/** The options about what happens to recorded files. */
export interface CleanUpOptions {
  readonly keep?: boolean;
  readonly trash?: boolean;
  readonly delete?: boolean;
  /** Whether later syncs on this machine do the same. */
  readonly remember?: boolean;
}

export interface CleanUpRule {
  readonly cleanUp: CleanUp;
  /** Whether nobody has said so: no option, and no earlier answer on this machine. */
  readonly isDefault: boolean;
}

/** What to do with recorded files: what the options say, else what was chosen once, else delete them. */
export async function cleanUpRule(
  context: PreferencesContext,
  { keep, trash, delete: forGood, remember }: CleanUpOptions,
): Promise<CleanUpRule> {
  const given = trash === true ? 'trash' : forGood === true ? 'delete' : undefined;
  if (remember === true && given === undefined) {
    throw new Failure('--remember needs --trash or --delete.');
  }
  if (keep === true) return { cleanUp: 'keep', isDefault: false };
  const kept = given ?? (await readPreferences(context)).clean_up;
  return { cleanUp: kept ?? 'delete', isDefault: kept === undefined };
}

/** Before a person's first sync that would delete files for good, asks whether it may, and keeps the answer. */
export async function confirmCleanUp(
  context: PreferencesContext,
  asking: Asking,
  claims: readonly Claim[],
  { cleanUp, isDefault }: CleanUpRule,
): Promise<CleanUp> {
  if (!isDefault || !claims.some((claim) => 'video' in claim)) return cleanUp;
  const question =
    'This is the first sync on this machine that would delete files for good. What should it do with recorded files?';
  const answer = await choose<CleanUp>(asking, question, [
    ['d', 'delete', 'delete them for good, now and in later syncs'],
    ['t', 'trash', 'move them to the trash, now and in later syncs'],
    [ENTER, 'keep', 'keep them this time'],
  ]);
  if (answer === 'keep') asking.screen.say('Files are kept this time. The next sync asks again.');
  if (answer === undefined || answer === 'keep') return answer ?? cleanUp;
  await rememberCleanUp(context, asking.screen, answer);
  return answer;
}

/** Makes later syncs on this machine do the same, and says how to change that. */
export async function rememberCleanUp(
  context: PreferencesContext,
  { say, paint }: Screen,
  cleanUp: 'delete' | 'trash',
): Promise<void> {
  const trouble = await keepPreferences(context, { clean_up: cleanUp });
  if (trouble !== undefined) {
    say(paint.warning(`This choice could not be saved for later syncs (${trouble}).`));
    return;
  }
  say(`From now on, ${cleanUpInWords(cleanUp)}`);
}
