/** Waits for the output of a program. */
export interface Output {
  /** Call this when there is more output. */
  changed(): void;
  /** Resolves with the first match in `text()`; rejects if the program ends first. */
  match(pattern: RegExp, text: () => string): Promise<RegExpExecArray>;
}

/** `finished` resolves when the program ends; `all` returns the output for the error message. */
export function watchOutput(finished: Promise<unknown>, all: () => string): Output {
  const waiting = new Set<() => void>();
  return {
    changed() {
      for (const check of waiting) check();
    },
    async match(pattern, text) {
      const { promise, resolve } = Promise.withResolvers<RegExpExecArray>();
      const check = () => {
        const found = pattern.exec(text());
        if (found) resolve(found);
      };
      waiting.add(check);
      check();
      const ended = finished.then(() => {
        throw new Error(`The program ended before it showed ${pattern}:\n${all()}`);
      });
      try {
        return await Promise.race([promise, ended]);
      } finally {
        waiting.delete(check);
        ended.catch(() => {});
      }
    },
  };
}
