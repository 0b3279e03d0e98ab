import { endpoints } from '@immersion-tracker/contract';
import type { Video } from '../media/watched-videos.ts';
import type { Asker } from '../terminal/asker.ts';
import type { Screen } from '../terminal/screen.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { askTvdbId } from './ask-tvdb-id.ts';
import type { Sent } from './send-in-parts.ts';

/** A movie as the tracker records it, with the files that hold it. */
export interface Movie {
  readonly file_name: string;
  readonly files: readonly Video[];
}

interface Deps {
  readonly tracker: Tracker;
  readonly screen: Screen;
  readonly asker: Asker;
}

/**
 * Records the watched movies with `POST /syncmovies`, each with the TheTVDB id that is asked for.
 * A movie that the tracker lists already is acknowledged by that, and not asked for again.
 */
export async function recordMovies(deps: Deps, videos: readonly Video[]): Promise<Sent<Movie>> {
  const { tracker, asker } = deps;
  const movies = moviesOf(videos);
  const sent = { acknowledged: [] as Movie[], refused: [] as Refused[], added: 0 };
  if (movies.length === 0) return sent;

  const known = await knownMovies(tracker);
  sent.acknowledged.push(...movies.filter(({ file_name }) => known.has(file_name)));
  let stopped: string | undefined;
  for (const movie of movies.filter(({ file_name }) => !known.has(file_name))) {
    if (stopped !== undefined) {
      sent.refused.push({ item: movie, reason: stopped });
      continue;
    }
    const { file_name } = movie;
    const answered = await askTvdbId(deps, 'movie', printable(file_name), async (tvdb_id) => {
      const body = { movies: [{ file_name, tvdb_id }] };
      sent.added += (await tracker.send(endpoints.syncMovies, body)).movies_added;
      if (asker.patient) await sayName(deps, file_name);
    });
    if (answered.kind === 'done') {
      sent.acknowledged.push(movie);
      continue;
    }
    const reason = ('problem' in answered && answered.problem) || NO_ID;
    sent.refused.push({ item: movie, reason });
    if (answered.kind === 'stop asking') stopped = reason;
  }
  return sent;
}

type Refused = Sent<Movie>['refused'][number];

const NO_ID = 'has no TheTVDB id yet';

function moviesOf(videos: readonly Video[]): Movie[] {
  const files = Map.groupBy(videos, ({ name }) => name);
  return [...files].map(([file_name, ofName]) => ({ file_name, files: ofName }));
}

/** Tells a person what the movie is, so that a wrong number is seen before the next question. */
async function sayName({ tracker, screen }: Deps, fileName: string): Promise<void> {
  const { movies } = await tracker.send(endpoints.getProgress, undefined);
  const name = movies.find(({ movie_id }) => movie_id === fileName)?.name;
  if (name) screen.say(`${printable(fileName)} is ${printable(name)}`);
}

async function knownMovies(tracker: Tracker): Promise<ReadonlySet<string>> {
  const { movies } = await tracker.send(endpoints.getProgress, undefined);
  // Other clients may have recorded the name as their system has it.
  return new Set(movies.map(({ movie_id }) => movie_id.normalize('NFC')));
}
