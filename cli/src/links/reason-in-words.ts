import { PROVIDER_NAMES, type Provider, type Reject } from './link.ts';

const UNSUPPORTED: Readonly<Record<Provider, string>> = {
  youtube: 'This YouTube link is not of a video. Open the video and copy its link.',
  spotify:
    'This Spotify link is not of a podcast. Only episodes and shows of podcasts count: copy the link of one.',
  tvdb: 'This TheTVDB link is not of a show or a movie. Open the page of the one you mean.',
};

/** In words for a person: what is wrong and what to do instead. */
export function reasonInWords({ provider, reject }: Reject): string {
  switch (reject) {
    case 'playlist':
      return 'This YouTube link is of a playlist. Open the video that you watched and copy its link.';
    case 'channel':
      return 'This YouTube link is of a channel. Open the video that you watched and copy its link.';
    case 'not_a_video':
      return UNSUPPORTED.youtube;
    case 'unsupported_kind':
      return provider === null ? foreignHost() : UNSUPPORTED[provider];
    case 'invalid_id':
      return `The id in this ${named(provider)}link is missing or not a valid one. Copy the link again, all of it.`;
    case 'short_link':
      return `This short ${named(provider)}link does not say where it leads. Open it in a browser and copy the address that it leads to.`;
    case 'slug_only':
      return 'This TheTVDB link holds a name but no number. Its page lists the number as "TheTVDB.com Series ID" or "TheTVDB.com Movie ID": give that number instead.';
    case 'foreign_host':
      return foreignHost();
    case 'not_a_link':
      return 'This is not a link. Copy one from the address bar or a Share button.';
    case 'several_links':
      return 'This line holds more than one link. Put each on a line of its own.';
    case 'to_do':
      return 'This is marked as still to do (an empty box, or TODO), so it may not be watched yet. Once you have watched it, tick the box or leave only the link.';
    case 'crossed_out':
      return 'This link looks crossed out or commented out. If you have watched it, leave only the link.';
  }
}

const named = (provider: Provider | null) =>
  provider === null ? '' : `${PROVIDER_NAMES[provider]} `;

function foreignHost(): string {
  return 'This link does not lead to YouTube, Spotify or TheTVDB. Copy the link from there.';
}
