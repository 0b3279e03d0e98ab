import { expect, test } from 'vitest';
import { recordId } from './record-ids.ts';

test.each([
  [recordId.episode('show_name', 'episode_name'), 'EPISODE#show_name#episode_name'],
  [recordId.movie('movie_name'), 'MOVIE#movie_name'],
  [recordId.youtubeVideo('aB3dE5fG7hI'), 'YOUTUBEVIDEO#aB3dE5fG7hI'],
  [recordId.spotifyEpisode('512ojhOuo1ktJprKbVcKyQ'), 'SPOTIFYEPISODE#512ojhOuo1ktJprKbVcKyQ'],
  [recordId.rewatch('MOVIE#movie_name', 1_795_737_600), 'MOVIE#movie_name#1795737600'],
])('the id %s is the sort key of the record', (id, sortKey) => {
  expect(id).toBe(sortKey);
});
