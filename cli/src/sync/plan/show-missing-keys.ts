import type { Screen } from '../../terminal/screen.ts';
import { counted } from '../../text/counted.ts';
import { listed } from '../../text/listed.ts';
import { countKinds } from '../kinds.ts';
import type { Comparison } from './compare.ts';

/** Says, before anything is asked, what cannot be recorded for want of a provider's key. */
export function showMissingKeys({ say, paint }: Screen, { states, missing }: Comparison): void {
  const { episodes, movies, youtube_videos, spotify_episodes } = countKinds(states.fresh);
  const stay = (count: number, noun: string) =>
    count > 0 ? [`${counted(count, noun)} ${count === 1 ? 'stays' : 'stay'}`] : [];
  const consequences = {
    tvdb: [...stay(movies, 'movie'), ...(episodes > 0 ? ['new shows stay without a name'] : [])],
    youtube: stay(youtube_videos, 'YouTube link'),
    spotify: stay(spotify_episodes, 'Spotify link'),
  };
  for (const provider of ['tvdb', 'youtube', 'spotify'] as const) {
    const [reason, what] = [missing[provider], consequences[provider]];
    if (reason === undefined || what.length === 0) continue;
    say(paint.warning(`${listed(what)}: ${reason}`));
  }
}
