import { readFileSync } from 'node:fs';
import { basicAuthorization } from '@immersion-tracker/contract';
import { USERS } from '@immersion-tracker/e2e/tracker';
import { median } from '../median.ts';

/** A tracker with items, and the bare readings of the same items to compare it with. */
export interface Subject {
  readonly url: string;
  readonly pid: number | undefined;
  /** Reads what totals need. */
  readFigures(): Promise<void>;
  /** Reads what a list of records needs. */
  readList(): Promise<void>;
  close(): Promise<void>;
}

/** How often to measure each. */
const RUNS = 15;
/** Before that, each runs this often, until V8 has compiled what runs often. */
const WARM_UPS = 15;

const routes = {
  '/progress': 'readFigures',
  '/history': 'readFigures',
  '/library': 'readFigures',
  '/watched': 'readList',
} as const;

/** These have a limit, as a multiple of the bare reading. */
const LIMITED = ['/progress', '/history'];

/** Measures all routes, in turn with the bare readings. Returns a line for each. */
export async function measure(subject: Subject, limit: number): Promise<string[]> {
  const works: Readonly<Record<string, () => Promise<void>>> = {
    readFigures: () => subject.readFigures(),
    readList: () => subject.readList(),
    ...Object.fromEntries(Object.keys(routes).map((path) => [path, () => get(subject, path)])),
  };
  const times = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (let run = 0; run < WARM_UPS; run += 1) {
    for (const work of Object.values(works)) await work();
  }
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, work] of Object.entries(works).toSorted(() => Math.random() - 0.5)) {
      const start = performance.now();
      await work();
      times.get(name)?.push(performance.now() - start);
    }
  }
  const middle = (name: string) => median(times.get(name) ?? []);
  return Object.entries(routes).map(([path, floor]) => {
    const ratio = middle(path) / middle(floor);
    const over = LIMITED.includes(path) && ratio > limit ? '  over the limit' : '';
    return `  GET ${path.padEnd(10)}${inMs(middle(path))}${inMs(middle(floor))}${ratio.toFixed(2).padStart(8)} x${over}\n`;
  });
}

const inMs = (milliseconds: number): string => `${milliseconds.toFixed(1).padStart(9)} ms`;

/** Sends a request and reads its answer. */
async function get({ url }: Subject, path: string): Promise<void> {
  const [{ user, password } = { user: '', password: '' }] = USERS;
  const headers = { Authorization: basicAuthorization(user, password) };
  const answer = await fetch(`${url}${path}`, { headers });
  await answer.bytes();
  if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}.`);
}

/** The most memory that a process has had so far, in MB. Only Linux tells. */
export function peakMemory({ pid }: Subject): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
