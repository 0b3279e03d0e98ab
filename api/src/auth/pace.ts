import { hash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { PublicError } from '../kernel/errors.ts';
import { createAllowance } from './allowance.ts';
import type { Attempt, Pace } from './authenticate.ts';
import { createReturns } from './returns.ts';

/** How many passwords are checked at a time. Wrong ones must not occupy Node's whole thread pool. */
const AT_ONCE = 2;
/** How many of them for connections that have tried before, so that a new one need not wait. */
const REPEATED_AT_ONCE = 1;
/** How many attempts can wait. Each holds a connection, but no thread. */
const MOST_WAITING = 500;
/** Tells a client that the tracker is busy long before the client gives up. */
const LONGEST_WAIT_MS = 10_000;
/** Failures that one network may have with one user name: 20 at once, then 2 a second. */
const OF_NAME = { burst: 20, intervalMs: 500 };
/** Failures that one network may have in all: 100 at once, then 10 a second. */
const OF_NETWORK = { burst: 100, intervalMs: 100 };

/** The sender of an attempt to sign in. */
export interface Caller {
  /** IP address. */
  readonly address: string;
  /** Identifies the connection. */
  readonly connection: object;
  /** Aborts when the client leaves or the tracker stops. */
  readonly signal: AbortSignal;
}

interface Queued {
  /** The user name, as tried from one network. */
  readonly name: string;
  readonly network: string;
  /** How many attempts came before it on the same connection. */
  readonly before: number;
  /** The lowest goes first. */
  rank: number;
  /** When it gives up. */
  readonly until: number;
  /** Ends the wait, so that the check can begin. */
  start(): void;
  /** Ends the wait with a 503. */
  giveUp(): void;
}

/**
 * Slows down guessing without locking anybody out. Only a few passwords are checked at a time, and after some failures
 * a network's attempts at a user name are checked only at intervals. Of the attempts that wait, those of senders with
 * the fewest so far go first, then the newest. One with a password that was refused before never counts as a first
 * attempt. So a person who signs in overtakes the guesses that are already waiting, and waits for one interval and one
 * check. If too many wait, the last in this order gives up.
 */
export function createPace(): Pace<Caller> {
  const ofName = createAllowance(OF_NAME);
  const ofNetwork = createAllowance(OF_NETWORK);
  const attemptsOn = new WeakMap<object, number>();
  const returns = createReturns<Queued>();
  const checking = new Set<Queued>();
  /** In the order in which they are to be checked. */
  let waiting: readonly Queued[] = [];
  let timer: NodeJS.Timeout | undefined;

  const delayOf = ({ name, network }: Queued) =>
    Math.max(ofName.delayOf(name), ofNetwork.delayOf(network));

  /** Resolves when the check may begin. The caller must take the attempt out of `checking` again. */
  function waitForTurn(
    name: string,
    network: string,
    { caller: { connection, signal }, isRepeat }: Attempt<Caller>,
  ): Promise<Queued> {
    const before = attemptsOn.get(connection) ?? 0;
    attemptsOn.set(connection, before + 1);
    return new Promise((resolve, reject) => {
      const leave = () => {
        signal.removeEventListener('abort', giveUp);
        waiting = waiting.filter((other) => other !== attempt);
      };
      const giveUp = () => {
        leave();
        if (!isRepeat) returns.failed(network);
        reject(overloaded());
      };
      const start = () => {
        leave();
        checking.add(attempt);
        resolve(attempt);
      };
      const attempt: Queued = {
        name,
        network,
        before,
        // Others may have come before it on other connections.
        rank: Math.max(before, 1),
        until: performance.now() + LONGEST_WAIT_MS,
        start,
        giveUp,
      };
      if (!isRepeat) for (const one of returns.arrived(network, attempt)) one.rank = newcomer(one);
      waiting = [attempt, ...waiting].toSorted((a, b) => a.rank - b.rank);
      signal.addEventListener('abort', giveUp);
      if (signal.aborted) giveUp();
      startNext();
    });
  }

  function mayStart(attempt: Queued): boolean {
    const repeated = [...checking].filter(({ rank }) => rank > 0).length;
    const isFree = attempt.rank === 0 || repeated < REPEATED_AT_ONCE;
    return isFree && checking.size < AT_ONCE && delayOf(attempt) === 0;
  }

  function startNext(): void {
    clearTimeout(timer);
    for (const late of waiting.filter(({ until }) => until <= performance.now())) late.giveUp();
    for (const last of waiting.slice(MOST_WAITING)) last.giveUp();
    for (const attempt of waiting) if (mayStart(attempt)) attempt.start();
    if (waiting.length === 0) return;
    // Attempts that wait for a running check are looked at when it ends.
    const delays = waiting.map(delayOf).filter((delay) => delay > 0);
    const ends = waiting.map(({ until }) => until - performance.now());
    timer = setTimeout(startNext, Math.max(1, Math.ceil(Math.min(...delays, ...ends))));
  }

  return async (attempt, check) => {
    const network = networkOf(attempt.caller.address);
    // A digest, since a name can be as long as a header, and thousands are remembered.
    const name = hash('sha256', JSON.stringify([network, attempt.user]));
    const turn = await waitForTurn(name, network, attempt);
    try {
      const isRight = await check();
      if (!isRight) {
        if (!attempt.isRepeat) returns.failed(network);
        ofName.spend(name);
        ofNetwork.spend(network);
      }
      return isRight;
    } finally {
      checking.delete(turn);
      startNext();
    }
  };
}

/** The rank of an attempt that seems to be a newcomer's. The second on a connection may follow a typing error. */
const newcomer = ({ before }: Queued): number => (before === 1 ? 0.5 : before);

/** An IPv4 address, or the /64 network of an IPv6 address, all of which a single home or server has. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? `${parsed}` : `${parsed.toByteArray().slice(0, 8)}`;
}

function overloaded(): PublicError {
  const message = 'Too many sign-ins are being checked; try again in a moment.';
  return new PublicError('overloaded', message);
}
