import { AsyncLocalStorage } from 'node:async_hooks';
import { raceAbort } from './deadline.ts';
import { toOverloaded } from './errors.ts';

type Go = () => void;

/** What a user's requests wait for. */
interface Waiting {
  readonly begun: Set<Go>;
  readonly fresh: Set<Go>;
}

/** By user, the next one first. */
const waiting = new Map<string, Waiting>();
const currentUser = new AsyncLocalStorage<string>();

/**
 * Begins `work` when it is the user's turn. Throws `overloaded` if `signal` aborts before that, or
 * the signal's reason if that is a `PublicError`.
 *
 * Each round of the event loop has one turn, so that new connections are accepted and small answers sent in between.
 * Users alternate. Of one user's work, what has begun goes first: if all of it took turns, all would end late.
 */
export async function inTurn<T>(
  user: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<void>();
  wait(user, 'fresh', resolve);
  try {
    await raceAbort(signal, promise);
  } catch (cause) {
    throw toOverloaded(cause);
  }
  return currentUser.run(user, work);
}

/** Resolves in another turn. For the middle of work that takes more than a few milliseconds. */
export function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => wait(currentUser.getStore() ?? '', 'begun', resolve));
}

function wait(user: string, stage: keyof Waiting, go: Go): void {
  if (waiting.size === 0) setImmediate(giveTurn);
  const own = waiting.get(user) ?? { begun: new Set(), fresh: new Set() };
  waiting.set(user, own);
  own[stage].add(go);
}

function giveTurn(): void {
  for (const [user, own] of waiting) {
    waiting.delete(user);
    const stage = own.begun.size > 0 ? own.begun : own.fresh;
    const [go] = stage;
    if (go === undefined) continue;
    stage.delete(go);
    if (own.begun.size + own.fresh.size > 0) waiting.set(user, own);
    go();
    break;
  }
  if (waiting.size > 0) setImmediate(giveTurn);
}
