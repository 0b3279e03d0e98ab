import { signedIn } from '../../account/signed-in.ts';
import type { CliContext } from '../../context/cli-context.ts';
import { openReceipts } from '../../receipts/receipts.ts';
import { type OutputOptions, printJson, screenFor } from '../../terminal/streams.ts';
import { printable } from '../../text/printable.ts';
import { momentsOf } from '../moments.ts';
import { pastOf } from './past.ts';

/** `immersion undo --list`: lists what can be taken back, in the order in which undo does it. */
export async function runListReceipts(context: CliContext, options: OutputOptions): Promise<void> {
  const tracker = await signedIn(context);
  const screen = screenFor(context, options);
  const { kept, damaged } = await openReceipts(context, tracker).read();
  const moments = await momentsOf(tracker);
  const done = pastOf(kept).done.toReversed();
  for (const { made_at, what } of done) {
    screen.say(`  ${moments.inWords(made_at)}: ${printable(what)}`);
  }
  if (done.length === 0) screen.say('There is nothing to undo.');
  for (const path of damaged) screen.say(`This receipt is damaged: ${path}`);
  const changes = done.map(({ made_at, what }) => ({ made_at, what }));
  printJson(context, options, { changes, damaged });
}
