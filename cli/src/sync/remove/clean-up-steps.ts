import type { Finding } from '../../disk/finding.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';

/** What was removed. */
export interface Removed {
  readonly files: number;
  /** Folders of shows and movies. */
  readonly folders: number;
  /** Space on the disk that nothing uses any more. */
  readonly bytes: number;
}

/** What a clean-up has done. */
export interface CleanedUp {
  /** Removed files, sidecars included. */
  files: number;
  /** Removed folders of shows and movies. */
  folders: number;
  /** Lines that `watched.txt` lost. */
  lines: number;
  /** Space on the disk that is free now; in the system's trash, once that is emptied. */
  bytes: number;
  /** What should have gone and is still there. */
  readonly left: Finding[];
  /** For whose sake folders stay. */
  readonly kept: Finding[];
}

/** Takes the steps of a clean-up, one after another, and keeps the account. */
export interface CleanUpSteps {
  readonly done: CleanedUp;
  /** Counts what was removed. */
  count(removed: Removed): void;
  /**
   * Takes one step about `path`. False where the system refuses it, which is noted, `failure` being
   * its words. Throws where the program is to stop.
   */
  take(path: string, work: () => Promise<void>, failure?: string): Promise<boolean>;
}

/** Nothing done yet. */
export function cleanUpSteps(signal: AbortSignal): CleanUpSteps {
  const done: CleanedUp = { files: 0, folders: 0, lines: 0, bytes: 0, left: [], kept: [] };
  return {
    done,
    count({ files, folders, bytes }) {
      done.files += files;
      done.folders += folders;
      done.bytes += bytes;
    },
    async take(path, work, failure = 'could not be removed') {
      signal.throwIfAborted();
      try {
        await work();
        return true;
      } catch (error) {
        const reason =
          systemErrorCode(error) ?? (error instanceof Error ? error.message : `${error}`);
        done.left.push({ path, reason: `${failure} (${reason})` });
        return false;
      }
    },
  };
}
