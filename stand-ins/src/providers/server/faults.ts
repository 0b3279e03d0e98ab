import type { SampleResponse, TextResponse } from './provider-description.ts';

/** What a stand-in does instead of its usual answer. */
export type Fault =
  /** Answers with exactly this. */
  | (TextResponse & { readonly kind: 'answer' })
  /** Answers with a recorded body. */
  | (SampleResponse & { readonly kind: 'sample' })
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Sends the headers of a 200 and the first half of the usual body, then nothing. */
  | { readonly kind: 'hang_body' }
  /** Resets the connection. */
  | { readonly kind: 'reset' };

/** Which requests a fault meets. */
export interface FaultOptions {
  /** How many requests; Infinity lasts until reset(). One when absent. */
  readonly times?: number;
  /** The path, exactly or by pattern. Every path when absent. */
  readonly path?: string | RegExp;
}

/** An empty queue of faults, which keep their order; each is used up by the requests it meets. */
export function createFaultQueue() {
  let waiting: { fault: Fault; path: string | RegExp | undefined; left: number }[] = [];
  return {
    add(fault: Fault, { path, times = 1 }: FaultOptions = {}): void {
      waiting.push({ fault, path, left: times });
    },
    next(path: string): Fault | undefined {
      const found = waiting.find((entry) => entry.left > 0 && meets(entry.path, path));
      if (found !== undefined) found.left -= 1;
      return found?.fault;
    },
    clear(): void {
      waiting = [];
    },
  };
}

function meets(wanted: string | RegExp | undefined, path: string): boolean {
  if (wanted === undefined) return true;
  // search() ignores lastIndex, which would let a global pattern miss every other request.
  return typeof wanted === 'string' ? wanted === path : path.search(wanted) !== -1;
}
