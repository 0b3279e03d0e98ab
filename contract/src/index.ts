export { allPages, MOST_PAGES } from './client/all-pages.ts';
export * from './client/client.ts';
export * from './client/credentials.ts';
export { shapeOf } from './client/json-shape.ts';
export { BodyTooLargeError, readText } from './client/read-text.ts';
export * from './dashboard.ts';
export * from './endpoint.ts';
export * from './endpoints.ts';
export * from './errors.ts';
export { epochSeconds, optionalText, SOURCE_LIMIT_BYTES } from './fields.ts';
export * from './from-entries.ts';
export { largest } from './largest.ts';
export * from './lazy.ts';
export { isLoopback } from './loopback.ts';
export * from './media/episode.ts';
export * from './media/kinds.ts';
export type * from './media/media-kind.ts';
export * from './media/movie.ts';
export {
  isEmpty,
  type Progress,
  readFigures,
  type SharedFigures,
  writeFigures,
} from './media/progress.ts';
export * from './media/record-ids.ts';
export * from './media/spotify-episode.ts';
export { type SyncEndpoint, syncEndpoint, syncRequest, syncResponse } from './media/sync.ts';
export * from './media/youtube-video.ts';
export * from './memoize.ts';
export { isPlausible, nearestPlausible, plausibleClock, plausibleWatch } from './plausible.ts';
export {
  BREAK_DAYS,
  FORECAST_FROM_DAYS,
  FORECAST_MOST_DAYS,
  type HistoryDay,
  recordsOfDay,
  secondsOfDay,
} from './schemas/history.ts';
export {
  isWithinDepth,
  NESTING_LIMIT,
  RECORD_DEPTH_LIMIT,
  RECORDS_LIMIT,
  type WholeRecord,
} from './schemas/records.ts';
export { SEARCH_LIMIT } from './schemas/search.ts';
export { SETTINGS_KEY } from './schemas/settings.ts';
export { BODY_LIMIT_BYTES } from './schemas/shared.ts';
export { WATCHED_LIMIT } from './schemas/watched.ts';
export * from './tvdb-id.ts';
export * from './words/duration.ts';
export * from './words/nouns.ts';
export * from './words/trend.ts';
