export { type Stack, type StackOptions, startStack } from './aws/stack.ts';
export { type FaultOf, type FaultProxy, startFaultProxy } from './dynamodb/fault-proxy.ts';
export { type DynamodbStandIn, startDynamodb } from './dynamodb/start-dynamodb.ts';
export { makeCover, makePoster } from './providers/artwork.ts';
export type { Fault } from './providers/server/faults.ts';
export { standInKeys } from './providers/server/keys.ts';
export { sample } from './providers/server/samples.ts';
export type { StandIn } from './providers/server/start-stand-in.ts';
export { startSpotifyAccounts } from './providers/spotify/accounts.ts';
export { type SpotifyApiOptions, startSpotifyApi } from './providers/spotify/api.ts';
export { makeEpisode } from './providers/spotify/catalogue.ts';
export {
  type Providers,
  type ProvidersOptions,
  startProviders,
} from './providers/start-providers.ts';
export { makeMovie, makeSeries } from './providers/tvdb/catalogue.ts';
export { startTvdb, type TvdbOptions } from './providers/tvdb/tvdb.ts';
export { makeChannel, makeVideo } from './providers/youtube/catalogue.ts';
export { startYoutube, type YoutubeOptions } from './providers/youtube/youtube.ts';
