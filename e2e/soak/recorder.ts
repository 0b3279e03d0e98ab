import type { HttpAnswer } from './http.ts';

/** How many of the last steps a failure shows. */
const LAST = 200;

/** Notes what happens, for the figures and for the report of a failure. */
export interface Recorder {
  /** Adds a line to the log of the last steps. */
  note(line: string): void;
  count(what: Counted, by?: number): void;
  answered(name: string, answer: HttpAnswer): void;
  readonly lastSteps: readonly string[];
  /** The figures as plain text, a line for each. */
  figures(seconds: number): string[];
}

const COUNTED = {
  kills: ['SIGKILL', 'SIGTERM', 'of the client'],
  faults: ['of providers', 'locks', 'of the secret'],
  trouble: ['floods', 'odd requests', 'fuzzed requests', 'large bodies'],
  records: ['added', 'removed', 'restored', 'moved', 'rewatched', 'in doubt', 'checked'],
  files: ['deleted after they were recorded'],
} as const;

type Counted = (typeof COUNTED)[keyof typeof COUNTED][number];

export function createRecorder(): Recorder {
  const start = performance.now();
  const lastSteps: string[] = [];
  const counts = new Map<Counted, number>();
  const statuses = new Map<number, number>();
  let requests = 0;
  let slowest = { name: 'none', milliseconds: 0 };

  return {
    lastSteps,
    note(line) {
      const seconds = ((performance.now() - start) / 1000).toFixed(3);
      lastSteps.push(`${seconds} ${line}`);
      if (lastSteps.length > LAST) lastSteps.shift();
    },
    count: (what, by = 1) => void counts.set(what, (counts.get(what) ?? 0) + by),
    answered(name, { status, milliseconds }) {
      requests += 1;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds };
    },
    figures(seconds) {
      const each = Object.entries(COUNTED).map(([name, kinds]) => {
        const parts = kinds.map((kind) => `${shown(counts.get(kind) ?? 0)} ${kind}`);
        return line(name, parts.join(', '));
      });
      const byStatus = [...statuses].sort(([a], [b]) => a - b);
      return [
        line(
          'requests',
          `${shown(requests)} in ${shown(seconds)} s, the slowest ${shown(slowest.milliseconds)} ms (${slowest.name})`,
        ),
        line('answers', byStatus.map(([status, n]) => `${status}: ${shown(n)}`).join(', ')),
        ...each,
      ];
    },
  };
}

export const line = (name: string, text: string): string => `${name.padEnd(9)}${text}`;
const shown = (count: number): string => Math.round(count).toLocaleString('en');
