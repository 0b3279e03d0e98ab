import fc from 'fast-check';

const VIDEO_ID = /^[A-Za-z0-9_-]{11}$/;
const BASE62_ID = /^[A-Za-z0-9]{22}$/;
const NUMBER = /^[1-9][0-9]{0,15}$/;

/** Ids as each provider documents them. */
export const DOCUMENTED = { youtube: VIDEO_ID, spotify: BASE62_ID, tvdb: NUMBER };

const FORMS = [
  ['https://www.youtube.com/watch?v=', 'youtube', 'video'],
  ['https://m.youtube.com/live/', 'youtube', 'video'],
  ['HTTP://M.YouTube.com/shorts/', 'youtube', 'video'],
  ['https://youtu.be/', 'youtube', 'video'],
  ['youtu.be/', 'youtube', 'video'],
  ['https://www.youtube.com/attribution_link?u=/watch?v=', 'youtube', 'video'],
  ['https://open.spotify.com/episode/', 'spotify', 'episode'],
  ['spotify:episode:', 'spotify', 'episode'],
  ['https://open.spotify.com/intl-ja/embed/show/', 'spotify', 'show'],
  ['spotify:show:', 'spotify', 'show'],
  ['https://thetvdb.com/dereferrer/movie/', 'tvdb', 'movie'],
  ['https://www.thetvdb.com/?tab=series&id=', 'tvdb', 'series'],
] as const;

export const STARTS = FORMS.map(([start]) => start);

const ids = {
  youtube: fc.stringMatching(DOCUMENTED.youtube),
  spotify: fc.stringMatching(DOCUMENTED.spotify),
  tvdb: fc.stringMatching(DOCUMENTED.tvdb).filter((id) => Number.isSafeInteger(Number(id))),
};

/** A link of any form that contains an id, and what it leads to. */
export const goodLink = fc.oneof(
  ...FORMS.map(([start, provider, kind]) =>
    ids[provider].map((id) => ({ text: `${start}${id}`, of: { provider, kind, id } })),
  ),
);
