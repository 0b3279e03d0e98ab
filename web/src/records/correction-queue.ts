/** Runs corrections one after the other, in the order in which they were made. */
export interface CorrectionQueue {
  add<Result>(run: () => Promise<Result>): Promise<Result>;
}

/** `onEmpty` runs after the last of those that wait, whether they failed or not. */
export function createCorrectionQueue(onEmpty: () => void): CorrectionQueue {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async add(run) {
      waiting += 1;
      const result = last.then(run);
      last = result.catch(() => {});
      try {
        return await result;
      } finally {
        waiting -= 1;
        // To load in between would bring back what those that wait have already changed on the page.
        if (waiting === 0) onEmpty();
      }
    },
  };
}
