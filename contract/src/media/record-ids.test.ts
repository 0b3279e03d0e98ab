import { expect, test } from 'vitest';
import { episode } from './episode.ts';
import { movie } from './movie.ts';
import { itemKey, rewatchKey } from './record-ids.ts';
import { spotifyEpisode } from './spotify-episode.ts';
import { youtubeVideo } from './youtube-video.ts';

test.each([
  [itemKey(episode.record, 'show_name', 'episode_name'), 'EPISODE#show_name#episode_name'],
  [itemKey(movie.record, 'movie_name'), 'MOVIE#movie_name'],
  [itemKey(youtubeVideo.record, 'aB3dE5fG7hI'), 'YOUTUBEVIDEO#aB3dE5fG7hI'],
  [
    itemKey(spotifyEpisode.record, '512ojhOuo1ktJprKbVcKyQ'),
    'SPOTIFYEPISODE#512ojhOuo1ktJprKbVcKyQ',
  ],
  [rewatchKey('MOVIE#movie_name', 1_795_737_600), 'MOVIE#movie_name#1795737600'],
])('the id %s is the sort key of the record', (id, sortKey) => {
  expect(id).toBe(sortKey);
});
