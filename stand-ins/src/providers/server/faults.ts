import { type Answer, sampleAnswer } from './samples.ts';

/** What a stand-in does instead of its usual answer. */
export type Fault =
  /** Answers with exactly this. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Answers with a recorded body (`tvdb/error_502.html`) and the content-type recorded with it. */
  | {
      readonly kind: 'sample';
      readonly file: string;
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
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

/** A fault in the form the server acts on. */
type Effect =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'hang' | 'hang_body' | 'reset' };

/** Faults in the order they were added; each is used up by the requests it meets. */
export interface FaultQueue {
  add(fault: Fault, options?: FaultOptions): void;
  next(path: string): Effect | undefined;
  clear(): void;
}

/** An empty queue. */
export function createFaultQueue(): FaultQueue {
  let waiting: { effect: Effect; path: string | RegExp | undefined; left: number }[] = [];
  return {
    add(fault, options = {}) {
      waiting.push({ effect: effectOf(fault), path: options.path, left: options.times ?? 1 });
    },
    next(path) {
      const found = waiting.find((entry) => entry.left > 0 && matches(entry.path, path));
      if (found === undefined) return undefined;
      found.left -= 1;
      return found.effect;
    },
    clear() {
      waiting = [];
    },
  };
}

// Samples are read here, so that a misspelt name fails where it was written.
function effectOf(fault: Fault): Effect {
  switch (fault.kind) {
    case 'answer': {
      const { status, headers = {}, body = '' } = fault;
      return { kind: 'answer', answer: { status, headers, body } };
    }
    case 'sample':
      return { kind: 'answer', answer: sampleAnswer(fault.file, fault.status, fault.headers) };
    default:
      return { kind: fault.kind };
  }
}

function matches(wanted: string | RegExp | undefined, path: string): boolean {
  if (wanted === undefined) return true;
  // search() ignores lastIndex, which would let a global pattern miss every other request.
  return typeof wanted === 'string' ? wanted === path : path.search(wanted) !== -1;
}
