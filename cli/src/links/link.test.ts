import { linkKinds } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { whyItStays } from './link.ts';
import { readLine } from './read-line.ts';

test.each([
  [
    'https://www.youtube.com/playlist?list=PL01',
    'is a playlist: open the video that you watched and copy its link',
  ],
  [
    'https://www.youtube.com/@examplechannel',
    'is a channel: open the video that you watched and copy its link',
  ],
  [
    'https://www.youtube.com/',
    'is not a link to a video: open the video that you watched and copy its link',
  ],
  ['https://youtu.be/short', 'has a missing or damaged id: copy the whole link again'],
  ['https://open.spotify.com/episode/', 'has a missing or damaged id: copy the whole link again'],
  [
    'https://open.spotify.com/track/512ojhOuo1ktJprKbVcKyQ',
    'is not a link to a podcast episode: open the one that you listened to and copy its link',
  ],
  [
    'https://spotify.link/AbCdEfGhIjK',
    'is a short link: open it in a browser, then copy the full address from the address bar',
  ],
  [
    'https://bit.ly/AbCdEfG',
    'is a short link: open it in a browser, then copy the full address from the address bar',
  ],
  ['My favourite movie', 'is not a link: copy one from the address bar or a Share button'],
  [
    'https://youtu.be/aB3dE5fG7hI https://youtu.be/-_9xYz01AbA',
    'contains more than one link: put each on a line of its own',
  ],
  [
    '- [ ] https://youtu.be/aB3dE5fG7hI',
    'is marked as still to do (an empty check box or TODO): once you have watched it, tick the box or keep only the link',
  ],
  [
    '~~https://youtu.be/aB3dE5fG7hI~~',
    'looks crossed out or commented out: if you have watched it, keep only the link',
  ],
])('the line %s is left with the reason and advice', (text, words) => {
  const link = readLine(text);

  expect(whyItStays(link)).toBe(words);
});

test('a link to another site is left with the names of the providers whose links are recorded', () => {
  const words = whyItStays(readLine('https://example.org/'));

  expect(words).toMatch(/^does not lead to YouTube.* or .+, so it is not recorded$/);
  for (const { provider } of linkKinds) expect(words).toContain(provider.name);
});
