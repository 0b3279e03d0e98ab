import { PREFIX, recordId } from '@immersion-tracker/contract';
import { PublicError } from '../kernel/errors.ts';
import { SORT_KEY_LIMIT_BYTES } from '../settings.ts';

/** The partition of one user. */
export const partitionKey = (user: string): string => `USER#${user}`;

/** Sort keys by kind of item. `what` is the request's path, for the error of a key too long. */
export const sortKey = {
  episode: (folderName: string, fileName: string, what: string) =>
    checked(recordId.episode(folderName, fileName), what),
  show: (folderName: string, what: string) => checked(PREFIX.show + folderName, what),
  movie: (fileName: string, what: string) => checked(recordId.movie(fileName), what),
  youtubeVideo: (id: string, what: string) => checked(recordId.youtubeVideo(id), what),
  youtubeChannel: (id: string) => PREFIX.youtubeChannel + id,
  spotifyEpisode: (id: string, what: string) => checked(recordId.spotifyEpisode(id), what),
  spotifyShow: (id: string) => PREFIX.spotifyShow + id,
  rewatch: (original: string, watchedAt: number, what: string) =>
    checked(recordId.rewatch(original, watchedAt), what),
};

const RECORD_PREFIXES = [
  PREFIX.episode,
  PREFIX.movie,
  PREFIX.youtubeVideo,
  PREFIX.spotifyEpisode,
] as const;

/** Whether a text can be the sort key of a watch record. */
export const isRecordKey = (text: string): boolean =>
  RECORD_PREFIXES.some((prefix) => text.startsWith(prefix)) &&
  Buffer.byteLength(text) <= SORT_KEY_LIMIT_BYTES;

/** Order of sort keys in every store: by their bytes in UTF-8. */
export const compareKeys = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

function checked(key: string, what: string): string {
  const bytes = Buffer.byteLength(key);
  if (bytes <= SORT_KEY_LIMIT_BYTES) return key;
  const message = `${what}: makes a key of ${bytes} bytes, above the limit of ${SORT_KEY_LIMIT_BYTES}; shorten the name`;
  throw new PublicError('invalid_request', message);
}
