/** What each sort key starts with. */
export const PREFIX = {
  episode: 'EPISODE#',
  show: 'SHOW#',
  movie: 'MOVIE#',
  youtubeVideo: 'YOUTUBEVIDEO#',
  youtubeChannel: 'YOUTUBECHANNEL#',
  spotifyEpisode: 'SPOTIFYEPISODE#',
  spotifyShow: 'SPOTIFYSHOW#',
} as const;

/**
 * The id of each kind of watch record, which is its sort key. It cannot be split into its parts again:
 * folder `a`, file `b#c` and folder `a#b`, file `c` have the same id.
 */
export const recordId = {
  episode: (folderName: string, fileName: string) => `${PREFIX.episode}${folderName}#${fileName}`,
  movie: (fileName: string) => PREFIX.movie + fileName,
  youtubeVideo: (videoId: string) => PREFIX.youtubeVideo + videoId,
  spotifyEpisode: (episodeId: string) => PREFIX.spotifyEpisode + episodeId,
  /** `original` is the id of the first viewing, `watchedAt` the time of this one in epoch seconds. */
  rewatch: (original: string, watchedAt: number) => `${original}#${watchedAt}`,
} as const;
