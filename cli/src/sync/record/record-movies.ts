import { extname } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { tvdbIdIn } from '../../media/names/ids.ts';
import { movieName } from '../../media/names/titles/search-name.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import { printable } from '../../text/printable.ts';
import { askTitle } from '../../titles/ask-title.ts';
import { howToCorrect } from '../../titles/how-to-correct.ts';
import { titleLine } from '../../titles/title.ts';
import type { MovieClaim } from '../claims/claims.ts';
import { DECISIONS } from '../decide/choices.ts';
import { oursOf, type Recording } from './recording.ts';
import { MEANWHILE, type Refused, type Sent } from './send-in-parts.ts';

interface MovieRecording extends Recording {
  readonly prompter: Prompter;
}

/** Why a movie is not recorded. */
interface Obstacle {
  readonly reason: string;
  readonly providerIsDown: boolean;
  /** Whether it applies to all further movies too. */
  readonly isLasting: boolean;
}

const NO_ID = 'has no TheTVDB id yet: sync in a terminal to choose its title';

/**
 * Records movies with `POST /syncmovies`, and asks what each is on TheTVDB. If TheTVDB cannot be
 * asked, `down` says why, and the learner is not asked either: no answer could work.
 */
export async function recordMovies(
  recording: MovieRecording,
  claims: readonly MovieClaim[],
  down: string | undefined,
): Promise<Sent<MovieClaim>> {
  const acknowledged: MovieClaim[] = [];
  const refused: Refused<MovieClaim>[] = [];
  let obstacle: Obstacle | undefined =
    down === undefined ? undefined : { reason: down, providerIsDown: true, isLasting: true };
  for (const claim of claims) {
    if (obstacle?.isLasting !== true) obstacle = await recordMovie(recording, claim);
    if (obstacle === undefined) acknowledged.push(claim);
    else refused.push({ item: claim, ...obstacle });
  }
  const { screen } = recording;
  const files = acknowledged.map(({ file_name }) => file_name);
  if (files.length > 0) screen.say(screen.paint.dim(howToCorrect('movie', files)));
  return { acknowledged, refused };
}

/** Asks what a movie is and records it. Resolves with the obstacle, if there is one. */
async function recordMovie(
  recording: MovieRecording,
  claim: MovieClaim,
): Promise<Obstacle | undefined> {
  const { tracker, source, screen, viewingOf, beforeRecording } = recording;
  const { file_name, record } = claim;
  const question = {
    kind: 'movie',
    label: file_name,
    name: movieName(`${file_name}${extname(claim.video.path)}`),
    suggested: tvdbIdIn(file_name),
  } as const;
  const send = async ({ tvdb_id }: { readonly tvdb_id: number }): Promise<boolean> => {
    const body = { movies: [{ file_name, tvdb_id, ...viewingOf(claim) }], source };
    await beforeRecording();
    const { movies_added } = await tracker.send(endpoints.syncMovies, body);
    const ours = await oursOf(recording, [claim], movies_added, () => record);
    return ours.length > 0;
  };
  const answered = await askTitle(recording, question, send, DECISIONS);
  if (answered.kind === 'done') {
    const isOurs = answered.result;
    if (!isOurs) return { reason: MEANWHILE, providerIsDown: false, isLasting: false };
    screen.say(`${printable(file_name)} is ${titleLine(answered.title)}`);
    return undefined;
  }
  const isLasting = answered.kind === 'stop asking';
  const problem = 'problem' in answered ? answered.problem : undefined;
  return {
    reason: problem ?? NO_ID,
    providerIsDown: isLasting && problem !== undefined,
    isLasting,
  };
}
