import { hash } from 'node:crypto';
import fc from 'fast-check';

/** Choices that depend only on a seed. */
export interface Random {
  /** A whole number, both limits included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** From one to `most` entries, some of them perhaps twice; none of an empty list. */
  some<T>(list: readonly T[], most: number): T[];
  draw<T>(arbitrary: fc.Arbitrary<T>): T;
}

/**
 * Each step of an actor has its own choices, by its number. So they stay the same in a run with the same seed, however
 * the actors take turns.
 */
export function createRandom(seed: number, actor: string, step: number): Random {
  let drawn = 0;
  const next = () => {
    const digest = hash('sha256', `${seed} ${actor} ${step} ${drawn++}`, 'buffer');
    return digest.readUInt32LE();
  };
  const int = (min: number, max: number) => min + (next() % (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[int(0, list.length - 1)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  };
  return {
    int,
    chance: (probability) => next() < probability * 2 ** 32,
    pick,
    some: (list, most) =>
      list.length === 0 ? [] : Array.from({ length: int(1, most) }, () => pick(list)),
    draw<T>(arbitrary: fc.Arbitrary<T>): T {
      const [drawn] = fc.sample(arbitrary, { seed: next() | 0, numRuns: 1 });
      return drawn as T;
    },
  };
}
