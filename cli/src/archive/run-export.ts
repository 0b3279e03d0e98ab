import { pipeline } from 'node:stream/promises';
import { counted } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { learnerDays } from '../days/learner-days.ts';
import { Failure } from '../errors/failure.ts';
import { systemErrorInWords } from '../errors/system-error-code.ts';
import { type OutputOptions, printJson, type Streams, screenFor } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { listWatched } from '../tracker/watched.ts';
import { everything } from '../tracker/whole-records.ts';
import { CSV_HEADER, csvLines } from './csv.ts';
import { writeFile } from './write-file.ts';

/** Instead of a file, this means standard input or output. */
export const STANDARD = '-';

export interface ExportOptions extends OutputOptions {
  readonly csv?: boolean;
  readonly force?: boolean;
}

/** `immersion export`: writes everything to a file or to standard output, page by page. */
export async function runExport(
  context: CliContext,
  given: string | undefined,
  options: ExportOptions,
): Promise<void> {
  const file = destination(context, given, options);
  const tracker = await signedIn(context);
  let count = 0;
  async function* pieces(): AsyncGenerator<string> {
    for await (const line of options.csv === true ? csvOf(tracker) : jsonOf(tracker)) {
      count += 1;
      yield line;
    }
  }
  if (file === STANDARD) return writeOut(context, pieces(), options);
  await writeFile(
    context.disks.forGood,
    file,
    withHeader(pieces(), options),
    options.force === true,
  );
  const what = options.csv === true ? 'record' : 'item';
  screenFor(context, options).say(`Wrote ${counted(count, what)} to ${printable(file)}.`);
  printJson(context, options, { file, [`${what}s`]: count });
}

function destination(
  { stdout }: Streams,
  file: string | undefined,
  { json }: ExportOptions,
): string {
  if (file === undefined && stdout.isTTY === true) {
    throw new Failure(
      `Name a file, such as: ${COMMAND} export records.jsonl\n(or use - to print everything here)`,
    );
  }
  const to = file ?? STANDARD;
  if (to === STANDARD && json === true) {
    throw new Failure('--json needs the name of a file, since it prints what was written to it.');
  }
  return to;
}

async function* jsonOf(tracker: Tracker): AsyncGenerator<string> {
  for await (const item of everything(tracker)) yield `${JSON.stringify(item)}\n`;
}

async function* csvOf(tracker: Tracker): AsyncGenerator<string> {
  const toCsv = csvLines(await learnerDays(tracker));
  for await (const record of listWatched(tracker, {})) yield toCsv(record);
}

async function* withHeader(
  pieces: AsyncIterable<string>,
  { csv }: ExportOptions,
): AsyncGenerator<string> {
  if (csv === true) yield CSV_HEADER;
  yield* pieces;
}

async function writeOut(
  { stdout }: Streams,
  pieces: AsyncIterable<string>,
  options: ExportOptions,
): Promise<void> {
  try {
    await pipeline(withHeader(pieces, options), stdout, { end: false });
  } catch (error) {
    const why = systemErrorInWords(error);
    if (why === undefined) throw error;
    throw new Failure(`The export was cut off: standard output could not be written: ${why}.`);
  }
}
