import { readFileSync } from 'node:fs';
import { basicAuthorization } from '@immersion-tracker/contract';
import { USERS } from '@immersion-tracker/e2e/tracker';
import { median } from '../median.ts';

/** A tracker with items, and the bare readings of the same items to compare it with. */
export interface Subject {
  readonly url: string;
  readonly pid: number | undefined;
  /** The URL of the bare server. */
  readonly bareUrl: string;
  close(): Promise<void>;
}

/** How often to measure each. */
const RUNS = 15;
/** Runs before that, so that V8 has compiled what runs often. */
const WARM_UPS = 15;

/** The routes, and the bare reading of what each needs. */
const routes: Readonly<Record<string, string>> = {
  '/progress': '/figures',
  '/history': '/figures',
  '/library': '/figures',
  '/watched': '/list',
};

/** These have a limit, as a multiple of the bare reading. */
const LIMITED = ['/progress', '/history'];

/** Measures all routes, in turn with the bare readings. Returns a line for each. */
export async function measure(subject: Subject, limit: number): Promise<string[]> {
  const works = new Map<string, () => Promise<unknown>>();
  for (const [path, reading] of Object.entries(routes)) {
    const bytes = await get(`${subject.url}${path}`);
    works.set(path, () => get(`${subject.url}${path}`));
    works.set(`bare ${path}`, () => get(`${subject.bareUrl}${reading}?bytes=${bytes}`));
  }
  const times = new Map<string, number[]>([...works.keys()].map((name) => [name, []]));
  for (let run = 0; run < WARM_UPS; run += 1) {
    for (const work of works.values()) await work();
  }
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, work] of [...works].toSorted(() => Math.random() - 0.5)) {
      const start = performance.now();
      await work();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.keys(routes).map((path) => {
    const time = median(times.get(path) ?? []);
    const bare = median(times.get(`bare ${path}`) ?? []);
    const ratio = time / bare;
    const over = LIMITED.includes(path) && ratio > limit ? '  over the limit' : '';
    return `  GET ${path.padEnd(10)}${inMs(time)}${inMs(bare)}${ratio.toFixed(2).padStart(8)} x${over}\n`;
  });
}

const inMs = (milliseconds: number): string => `${milliseconds.toFixed(1).padStart(9)} ms`;

/** Sends a request, and returns the size of its answer. */
async function get(url: string): Promise<number> {
  const [{ user, password } = { user: '', password: '' }] = USERS;
  const headers = { Authorization: basicAuthorization(user, password) };
  const answer = await fetch(url, { headers });
  if (answer.status !== 200) throw new Error(`GET ${url} answered ${answer.status}.`);
  return (await answer.bytes()).length;
}

/** The most memory that a process has had so far, in MB. Only Linux tells. */
export function peakMemory({ pid }: Subject): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
