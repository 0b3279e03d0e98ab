import type { RejectReason } from './link.ts';

/** What is wrong with a line and what to do. Each text is shown below the line. */
export const REASONS: Readonly<Record<RejectReason, string>> = {
  playlist: 'is a playlist: open the video that you watched and copy its link',
  channel: 'is a channel: open the video that you watched and copy its link',
  not_a_video: 'is not a link to a video: open the video that you watched and copy its link',
  unsupported_kind: 'is not a link to an episode: open the one that you heard and copy its link',
  invalid_id: 'has a missing or damaged id: copy the whole link again',
  short_link:
    'is a short link: open it in a browser, then copy the full address from the address bar',
  slug_only: 'holds a name instead of an id: copy a link that holds the id',
  foreign_host: 'does not lead to YouTube or Spotify, so it is not recorded',
  not_a_link: 'is not a link: copy one from the address bar or a Share button',
  several_links: 'holds more than one link: put each on a line of its own',
  to_do:
    'is marked as still to do (an empty box, or TODO): once you have watched it, tick the box or leave only the link',
  crossed_out: 'looks crossed out or commented out: if you have watched it, leave only the link',
};
