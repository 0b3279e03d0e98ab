export { makeCover, makePoster } from './artwork.ts';
export { type Stack, type StackOptions, startStack } from './aws/stack.ts';
export { type DynamodbStandIn, startDynamodb } from './dynamodb.ts';
export { type FaultOf, type FaultProxy, startFaultProxy } from './dynamodb-fault-proxy.ts';
export type { Fault, FaultOptions } from './faults.ts';
export type { Json, JsonObject } from './json.ts';
export { type ProviderKeys, standInKeys } from './keys.ts';
export { type Providers, type ProvidersOptions, startProviders } from './providers.ts';
export type { RecordOverride } from './records.ts';
export { sample } from './samples.ts';
export type { ProviderRequest, ServerOptions, StandIn } from './server.ts';
export {
  type SpotifyAccountsOptions,
  type SpotifyAccountsStandIn,
  startSpotifyAccounts,
} from './spotify-accounts.ts';
export { type SpotifyApiOptions, startSpotifyApi } from './spotify-api.ts';
export { makeEpisode } from './spotify-records.ts';
export { startTvdb, type TvdbOptions, type TvdbStandIn } from './tvdb.ts';
export { makeMovie, makeSeries } from './tvdb-records.ts';
export { startYoutube, type YoutubeOptions } from './youtube.ts';
export { makeChannel, makeVideo } from './youtube-records.ts';
