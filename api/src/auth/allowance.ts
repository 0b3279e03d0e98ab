/** How many keys are remembered. Only senders that have failed take up room. */
const MOST_KEYS = 10_000;

interface Rate {
  readonly burst: number;
  readonly intervalMs: number;
}

/** Something that each key may do `burst` times at once, and then once every `intervalMs`. */
export interface Allowance {
  /** Milliseconds until the key may do it again. */
  delayOf(key: string): number;
  spend(key: string): void;
}

/**
 * A leaky bucket for each key, kept as the one moment at which the bucket is empty again (the generic
 * cell rate algorithm). Keys whose bucket is empty are forgotten once there are many.
 */
export function createAllowance({ burst, intervalMs }: Rate): Allowance {
  const emptyAt = new Map<string, number>();

  function makeRoom(): void {
    const [oldest] = emptyAt.keys();
    for (const [key, at] of emptyAt) if (at <= performance.now()) emptyAt.delete(key);
    if (oldest !== undefined && emptyAt.size >= MOST_KEYS) emptyAt.delete(oldest);
  }

  return {
    delayOf: (key) =>
      Math.max(0, (emptyAt.get(key) ?? 0) - (burst - 1) * intervalMs - performance.now()),
    spend(key) {
      if (!emptyAt.has(key) && emptyAt.size >= MOST_KEYS) makeRoom();
      emptyAt.set(key, Math.max(emptyAt.get(key) ?? 0, performance.now()) + intervalMs);
    },
  };
}
