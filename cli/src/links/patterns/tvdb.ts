import { episode, readTvdbLink, type TvdbKind } from '@immersion-tracker/contract';
import { linkPattern, type Reading, webHost } from '../link-pattern.ts';

const IS_FROM_FILES = 'is a TheTVDB link: shows and movies are recorded from their files';

/** Links to series and movies, which TheTVDB numbers separately. */
export const tvdb = linkPattern({
  provider: episode.provider,
  matches: (link) => HOSTS.has(webHost(link)),
  read(link): TvdbReading {
    const read = readTvdbLink(link);
    if ('slug' in read) return { reject: 'slug_only' };
    return 'id' in read ? { kind: read.kind, id: String(read.id) } : read;
  },
  stays: {
    series: IS_FROM_FILES,
    movie: IS_FROM_FILES,
    slug_only: IS_FROM_FILES,
    invalid_id: IS_FROM_FILES,
    unsupported_kind: IS_FROM_FILES,
  },
});

const HOSTS: ReadonlySet<string> = new Set(['thetvdb.com', 'www.thetvdb.com']);

type TvdbReading = Reading<TvdbKind, 'slug_only' | 'invalid_id' | 'unsupported_kind'>;
