import type { SampleResponse, TextResponse } from './provider-description.ts';

/** What a stand-in does instead of answering normally. */
export type Fault =
  /** Answers with exactly this. */
  | (TextResponse & { readonly kind: 'answer' })
  /** Answers with a recorded body. */
  | (SampleResponse & { readonly kind: 'sample' })
  /** Accepts the request and never answers. */
  | { readonly kind: 'hang' }
  /** Sends the headers of a 200 and the first half of the normal body, then nothing. */
  | { readonly kind: 'hang_body' }
  /** Resets the connection. */
  | { readonly kind: 'reset' };

/** Which requests a fault affects. */
export interface FaultOptions {
  /** How many requests; `Infinity` lasts until `reset()`. 1 by default. */
  readonly times?: number;
  /** The exact path, or a pattern. Every path by default. */
  readonly path?: string | RegExp;
}

/** A queue of faults. Each request gets the first one that matches and is not used up. */
export function createFaultQueue() {
  let waiting: { fault: Fault; path: string | RegExp | undefined; left: number }[] = [];
  return {
    add(fault: Fault, { path, times = 1 }: FaultOptions = {}): void {
      waiting.push({ fault, path, left: times });
    },
    next(path: string): Fault | undefined {
      const found = waiting.find((entry) => entry.left > 0 && matches(entry.path, path));
      if (found !== undefined) found.left -= 1;
      return found?.fault;
    },
    clear(): void {
      waiting = [];
    },
  };
}

function matches(wanted: string | RegExp | undefined, path: string): boolean {
  if (wanted === undefined) return true;
  // Unlike test(), search() ignores lastIndex, so a global pattern does not miss every other request.
  return typeof wanted === 'string' ? wanted === path : path.search(wanted) !== -1;
}
