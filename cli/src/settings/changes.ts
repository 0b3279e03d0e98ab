import { endpoints, type RequestOf } from '@immersion-tracker/contract';
import { Failure } from '../errors/failure.ts';
import { COMMAND } from '../text/command-name.ts';

export type Changes = RequestOf<typeof endpoints.updateSettings>;

/** How an option of a command sets one of the tracker's settings. */
interface SettingOption {
  readonly setting: keyof Changes;
  /** As it is typed, such as `--daily`. */
  readonly flag: string;
  /** A value that works. */
  readonly example: string;
  /** What was typed; undefined if the option was not given. */
  readonly value: string | undefined;
  /** What is wrong with a value that only this client knows about. */
  readonly problemWith?: (value: string) => string | undefined;
}

/** What clears a setting. */
const NONE = 'none';

/**
 * The changes to send to the tracker; undefined if there are none. Throws a `Failure` for a wrong value, which
 * says what to type. `command` has the options.
 */
export function changesOf(command: string, options: readonly SettingOption[]): Changes | undefined {
  const given = options.flatMap((option) =>
    option.value === undefined ? [] : [{ ...option, value: option.value }],
  );
  if (given.length === 0) return undefined;

  const sent = Object.fromEntries(given.map(({ setting, value }) => [setting, parsed(value)]));
  const { data, error } = endpoints.updateSettings.request.safeParse(sent);
  const issues = error?.issues ?? [];
  for (const { setting, flag, example, value, problemWith } of given) {
    const problem =
      (value === NONE ? undefined : problemWith?.(value)) ??
      issues.find(({ path }) => path[0] === setting)?.message;
    if (problem !== undefined) {
      throw new Failure(
        `${flag} ${problem} (\`${NONE}\` clears it). For example: ${COMMAND} ${command} ${flag} ${example}`,
      );
    }
  }
  return data;
}

function parsed(value: string): string | number | null {
  if (value === NONE) return null;
  // A text that is not a number stays one, and the schema says what is wrong with it.
  return /^\d+$/.test(value) ? Number(value) : value;
}
