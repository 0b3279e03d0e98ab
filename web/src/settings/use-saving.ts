import { endpoints, type RequestOf } from '@immersion-tracker/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { capitalised } from '../text/kind-words.ts';
import type { Report, Settings } from '../tracker/tracker.ts';
import { messageOf, Trouble } from '../tracker/trouble.ts';
import { REPORT_KEY } from '../tracker/use-report.ts';
import { useSession } from '../tracker/use-session.ts';

export type Changes = RequestOf<typeof endpoints.updateSettings>;

/** What is wrong with the values of settings, as sentences. */
export type Problems = { readonly [Name in keyof Settings]?: string };

export type SaveState =
  | { readonly state: 'idle' | 'saving' | 'saved' }
  | { readonly state: 'failed'; readonly problems: Problems; readonly message?: string };

export interface Saving {
  readonly now: SaveState;
  /** Resolves to whether the tracker saved them; does not reject. Changes are saved one after the other. */
  save(changes: Changes): Promise<boolean>;
  /** Forgets how the last attempt went, for example when a value is edited again. */
  clear(): void;
}

/** Saves settings, and shows them everywhere on the page. */
export function useSaving(): Saving {
  const { send, reload } = useSession();
  const queries = useQueryClient();
  const [now, setNow] = useState<SaveState>({ state: 'idle' });
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  async function attempt(changes: Changes): Promise<boolean> {
    setNow({ state: 'saving' });
    try {
      const settings = await send(endpoints.updateSettings, changes);
      queries.setQueryData<Report>(REPORT_KEY, (report) => report && { ...report, settings });
      void reload();
      setNow({ state: 'saved' });
      return true;
    } catch (error) {
      setNow({ state: 'failed', ...reasonOf(error, changes) });
      return false;
    }
  }

  return {
    now,
    save(changes) {
      const turn = queue.current.then(() => attempt(changes));
      queue.current = turn;
      return turn;
    },
    clear: () => setNow({ state: 'idle' }),
  };
}

/** What to show at the fields that the tracker refused, or about the whole attempt. */
function reasonOf(
  error: unknown,
  changes: Changes,
): { readonly problems: Problems; readonly message?: string } {
  const message = messageOf(error);
  const [, name = '', problem = ''] = /^(\w+): (.+)$/.exec(message) ?? [];
  if (error instanceof Trouble && name in changes) {
    return { problems: { [name]: sentence(problem) } };
  }
  return { problems: {}, message };
}

/** `Must be at least 1.` */
const sentence = (text: string): string => `${capitalised(text)}${/[.?!]$/.test(text) ? '' : '.'}`;
