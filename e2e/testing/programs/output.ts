/** What a program shows over time, to be waited for. */
export interface Output {
  /** To be called when there is more to read. */
  changed(): void;
  /** Resolves with the first match in `text()`; rejects when the program ends before. */
  match(pattern: RegExp, text: () => string): Promise<RegExpExecArray>;
}

/** The output of a program that ends when `finished` resolves; `all` is what is told of it then. */
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
        throw new Error(`ended before it showed ${pattern}:\n${all()}`);
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
