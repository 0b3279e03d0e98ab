import { createHash } from 'node:crypto';
import type { Channel } from './library.ts';

/** The id of a YouTube channel. */
export const channelId = ({ name }: Channel): string => `UC${letters(name, 22)}`;

/** The id of a channel's video, which are numbered from 1. */
export const videoId = ({ name }: Channel, number: number): string =>
  letters(`${name} ${number}`, 11);

/** The id of a podcast on Spotify. */
export const podcastId = ({ name }: Channel): string => letters(name, 22);

/** The id of a podcast's episode, which are numbered from 1. */
export const podcastEpisodeId = ({ name }: Channel, number: number): string =>
  letters(`${name} ${number}`, 22);

/** Letters and digits that look like chance and are the same at every run. */
function letters(text: string, length: number): string {
  const hash = createHash('sha256').update(text).digest('base64url');
  return hash.replaceAll(/[-_]/g, '').slice(0, length);
}
