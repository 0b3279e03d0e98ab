import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamodb } from '@immersion-tracker/stand-ins';
import { type Bundle, bundleFloors, bundlesOf } from './bundles.ts';
import { firstAnswer } from './first-answer.ts';
import { median } from './median.ts';
import { fillTable } from './requests.ts';

// Part of `npm run bench`: how long each function takes from a fresh process to its first answer. Compares them
// with a handler that makes one query with the same SDK (floor), and with the same handler bundled as leanly as
// the functions (leanFloor). All take turns in random order, so that a busy machine slows them equally. Of the
// functions that do not query the table, it gives only the size.

/** How many fresh processes of each function to measure. */
const RUNS = 20;
/** These do not query the table. */
const WITHOUT_TABLE = ['authorizer', 'getProviders', 'search', 'previewBackfill'];
/** Design limits: the size of a bundle, and its time as a multiple of the floor's. */
const LIMIT = { bytes: 450_000, ratio: 1.25 };

const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-bench-'));
const table = await startDynamodb();
try {
  await fillTable(table.url);
  const [floor, ...functions] = bundles();
  if (floor === undefined) throw new Error('The floor to compare with is missing.');
  const timed = functions.filter(({ name }) => !WITHOUT_TABLE.includes(name));
  const times = await measure([floor, ...timed]);
  process.stdout.write(report(floor, functions, times));
} finally {
  await table.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The floor, the lean floor, then every function. */
function bundles(): Bundle[] {
  const assembly = join(folder, 'cdk.out');
  const parameters = join(folder, 'parameters.json');
  writeFileSync(parameters, '{}');
  const args = [
    'run',
    'synth',
    '--',
    '--output',
    assembly,
    '--context',
    `parameters=${parameters}`,
  ];
  const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm run synth failed:\n${stderr}`);
  const floors = bundleFloors(join(folder, 'floor'));
  return [...floors, ...bundlesOf(assembly, 'ImmersionTracker')];
}

/** The milliseconds of each run, by the function's name. */
async function measure(all: readonly Bundle[]): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const bundle of all.toSorted(() => Math.random() - 0.5)) {
      times.get(bundle.name)?.push(await firstAnswer(bundle, table.environment));
    }
  }
  return times;
}

function report(
  floor: Bundle,
  functions: readonly Bundle[],
  times: ReadonlyMap<string, readonly number[]>,
): string {
  const base = median(times.get(floor.name) ?? []);
  const lines = [floor, ...functions].map(({ name, bytes }) => {
    const size = `${name.padEnd(16)}${(bytes / 1000).toFixed(0).padStart(6)} KB`;
    const milliseconds = times.get(name);
    if (milliseconds === undefined) return `${size}${overLimit(bytes, 0)}\n`;
    const middle = median(milliseconds);
    const ratio = middle / base;
    return `${size}${middle.toFixed(0).padStart(8)} ms${ratio.toFixed(2).padStart(8)} x${overLimit(bytes, ratio)}\n`;
  });
  return `Time from a fresh process to its first answer, median of ${RUNS} (limits: ${LIMIT.bytes / 1000} KB, ${LIMIT.ratio} x the floor)\n${lines.join('')}`;
}

function overLimit(bytes: number, ratio: number): string {
  return bytes > LIMIT.bytes || ratio > LIMIT.ratio ? '  over the limit' : '';
}
