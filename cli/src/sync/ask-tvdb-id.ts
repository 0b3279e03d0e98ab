import { readTvdbId } from '../links/read-tvdb-id.ts';
import type { Asker } from '../terminal/asker.ts';
import type { Screen } from '../terminal/screen.ts';
import { printable } from '../text/printable.ts';
import { isRefusal } from '../tracker/refusal.ts';

/** What came of a question. */
export type Answered =
  | { readonly kind: 'done' }
  /** Enter alone. */
  | { readonly kind: 'skipped' }
  /** An answer that did not lead to anything, in words. */
  | { readonly kind: 'failed'; readonly problem: string }
  /** Nobody answers, no more questions are wanted, or (`problem`) no answer could lead anywhere. */
  | { readonly kind: 'stop asking'; readonly problem?: string };

/** Skips the question, and all that follow of its kind. */
const NO_MORE = '-';
const hintFor = (noun: string) => `Enter skips it, ${NO_MORE} skips all ${noun}s that follow`;

/**
 * Asks for the TheTVDB id of a show or a movie and uses it. A person is asked again where the answer
 * is none, or leads nowhere; a script has one line for each question. `name` is fit to be shown.
 */
export async function askTvdbId(
  { asker, screen }: { readonly asker: Asker; readonly screen: Screen },
  kind: 'series' | 'movie',
  name: string,
  use: (id: number) => Promise<unknown>,
): Promise<Answered> {
  const noun = kind === 'series' ? 'show' : 'movie';
  const question = `TheTVDB id or link of the ${noun} ${name}`;
  for (;;) {
    const text = (await asker.ask(question, { hint: hintFor(noun) }))?.trim() ?? NO_MORE;
    if (text === NO_MORE) return { kind: 'stop asking' };
    if (text === '') return { kind: 'skipped' };
    const tried = await tryAnswer(text, kind, use);
    if (tried.kind !== 'failed' || !asker.patient) return tried;
    screen.say(screen.paint.warning(printable(tried.problem)));
  }
}

async function tryAnswer(
  text: string,
  kind: 'series' | 'movie',
  use: (id: number) => Promise<unknown>,
): Promise<Answered> {
  const read = readTvdbId(text, kind);
  if ('problem' in read) return { kind: 'failed', problem: read.problem };
  try {
    await use(read.id);
    return { kind: 'done' };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const hopeless = error.code === 'provider_not_configured';
    return { kind: hopeless ? 'stop asking' : 'failed', problem: error.message };
  }
}
