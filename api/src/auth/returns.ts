/**
 * For how many milliseconds after an answer the next attempt is expected. On one machine or network, a guesser's
 * program is back within a few.
 */
const RETURN_MS = 100;

interface OfNetwork {
  readonly network: string;
  /** When it is forgotten. */
  readonly until: number;
}

interface Returns<Attempt> {
  /** An attempt of the network has failed, so its sender is expected back. */
  failed(network: string): void;
  /**
   * An attempt of the network has arrived. Returns the attempts that may be a newcomer's: none if somebody was expected.
   * Otherwise this one, and those that came shortly before, since a newcomer may have been taken for somebody expected.
   */
  arrived(network: string, attempt: Attempt): readonly Attempt[];
}

/**
 * Tells newcomers from guessers who use a new connection for each guess: each failed attempt of a network accounts for
 * one that follows soon.
 */
export function createReturns<Attempt>(): Returns<Attempt> {
  let expected: readonly OfNetwork[] = [];
  let taken: readonly (OfNetwork & { readonly attempt: Attempt })[] = [];
  const current = <T extends OfNetwork>(all: readonly T[]) =>
    all.filter(({ until }) => until > performance.now());
  const fromNow = (network: string) => ({ network, until: performance.now() + RETURN_MS });

  return {
    failed(network) {
      expected = [...current(expected), fromNow(network)];
    },
    arrived(network, attempt) {
      expected = current(expected);
      taken = current(taken);
      const index = expected.findIndex((one) => one.network === network);
      if (index !== -1) {
        expected = expected.toSpliced(index, 1);
        taken = [...taken, { ...fromNow(network), attempt }];
        return [];
      }
      const before = taken.filter((one) => one.network === network);
      taken = taken.filter((one) => one.network !== network);
      return [...before.map((one) => one.attempt), attempt];
    },
  };
}
