export { type Stack, type StackOptions, startStack } from './aws/stack.ts';
export { type DynamodbStandIn, startDynamodb } from './dynamodb/dynamodb.ts';
export { type FaultOf, type FaultProxy, startFaultProxy } from './dynamodb/fault-proxy.ts';
export type { Json, JsonObject } from './http/json.ts';
export { makeCover, makePoster } from './providers/artwork.ts';
export { type Providers, type ProvidersOptions, startProviders } from './providers/providers.ts';
export type { RecordOverride } from './providers/server/catalogue.ts';
export type { Fault, FaultOptions } from './providers/server/faults.ts';
export { type ProviderKeys, standInKeys } from './providers/server/keys.ts';
export { sample } from './providers/server/samples.ts';
export type { ProviderRequest, ServerOptions, StandIn } from './providers/server/stand-in.ts';
export {
  type SpotifyAccountsOptions,
  type SpotifyAccountsStandIn,
  startSpotifyAccounts,
} from './providers/spotify/accounts.ts';
export { type SpotifyApiOptions, startSpotifyApi } from './providers/spotify/api.ts';
export { makeEpisode } from './providers/spotify/catalogue.ts';
export { makeMovie, makeSeries } from './providers/tvdb/catalogue.ts';
export { startTvdb, type TvdbOptions, type TvdbStandIn } from './providers/tvdb/tvdb.ts';
export { makeChannel, makeVideo } from './providers/youtube/catalogue.ts';
export { startYoutube, type YoutubeOptions } from './providers/youtube/youtube.ts';
