/** What downloaders add to the name of a file that is not whole yet, for a file of their own. */
const CONTROL_FILES = ['.part', '.aria2', '.!qB', '.ytdl', '.crdownload', '.st', '.bt!', '.!ut'];

/**
 * Why a video in `watched` is not one that somebody watched, and what to do about it; undefined if it
 * may be one. `parts` are the names on the way to it, `beside` those in its folder.
 */
export function notAWatch(
  parts: readonly string[],
  beside: ReadonlySet<string>,
): string | undefined {
  const name = parts.at(-1) ?? '';
  if (CONTROL_FILES.some((ending) => beside.has(name + ending))) return UNFINISHED;
  return undefined;
}

const UNFINISHED = 'its download is not finished';
