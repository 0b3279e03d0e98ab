import { endpoints } from '@immersion-tracker/contract';
import { tvdbIdIn } from '../../media/names/ids.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import { printable } from '../../text/printable.ts';
import type { MovieClaim } from '../claims/claims.ts';
import { askTvdbId } from './ask-tvdb-id.ts';
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

const NO_ID = 'has no TheTVDB id yet: sync in a terminal to give it one';

/**
 * Records movies with `POST /syncmovies`, and asks for the TheTVDB id of each. If TheTVDB cannot be
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
  return { acknowledged, refused };
}

/** Asks for a movie's id and records it. Resolves with the obstacle, if there is one. */
async function recordMovie(
  recording: MovieRecording,
  claim: MovieClaim,
): Promise<Obstacle | undefined> {
  const { tracker, source, prompter, viewingOf } = recording;
  const { file_name, record } = claim;
  const send = async (tvdb_id: number): Promise<boolean> => {
    const body = { movies: [{ file_name, tvdb_id, ...viewingOf(claim) }], source };
    const { movies_added } = await tracker.send(endpoints.syncMovies, body);
    const ours = await oursOf(recording, [claim], movies_added, () => record);
    if (ours.length > 0 && prompter.interactive) await sayName(recording, file_name);
    return ours.length > 0;
  };
  const suggested = tvdbIdIn(file_name);
  const answered = await askTvdbId(recording, 'movie', printable(file_name), send, suggested);
  if (answered.kind === 'done') {
    const isOurs = answered.result;
    return isOurs ? undefined : { reason: MEANWHILE, providerIsDown: false, isLasting: false };
  }
  const isLasting = answered.kind === 'stop asking';
  const problem = 'problem' in answered ? answered.problem : undefined;
  return {
    reason: problem ?? NO_ID,
    providerIsDown: isLasting && problem !== undefined,
    isLasting,
  };
}

/** Shows what the movie is, so that the learner notices a wrong number before the next question. */
async function sayName({ tracker, screen }: Recording, fileName: string): Promise<void> {
  const { movies } = await tracker.send(endpoints.getProgress, undefined);
  const name = movies.find(({ movie_id }) => movie_id === fileName)?.name;
  if (name) screen.say(`${printable(fileName)} is ${printable(name)}`);
}
