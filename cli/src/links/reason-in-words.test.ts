import { expect, test } from 'vitest';
import { readLine } from './read-line.ts';
import { reasonInWords } from './reason-in-words.ts';

const ID = '512ojhOuo1ktJprKbVcKyQ';

test.each([
  [
    'https://www.youtube.com/playlist?list=PL01',
    'This YouTube link is of a playlist. Open the video that you watched and copy its link.',
  ],
  [
    'https://www.youtube.com/@examplechannel',
    'This YouTube link is of a channel. Open the video that you watched and copy its link.',
  ],
  [
    'https://www.youtube.com/',
    'This YouTube link is not of a video. Open the video and copy its link.',
  ],
  [
    'https://youtu.be/short',
    'The id in this YouTube link is missing or not a valid one. Copy the link again, all of it.',
  ],
  [
    'https://open.spotify.com/episode/',
    'The id in this Spotify link is missing or not a valid one. Copy the link again, all of it.',
  ],
  [
    'https://thetvdb.com/dereferrer/series/x',
    'The id in this TheTVDB link is missing or not a valid one. Copy the link again, all of it.',
  ],
  [
    `https://open.spotify.com/track/${ID}`,
    'This Spotify link is not of a podcast. Only episodes and shows of podcasts count: copy the link of one.',
  ],
  [
    'https://thetvdb.com/',
    'This TheTVDB link is not of a show or a movie. Open the page of the one you mean.',
  ],
  [
    'https://spotify.link/AbCdEfGhIjK',
    'This short Spotify link does not say where it leads. Open it in a browser and copy the address that it leads to.',
  ],
  [
    'https://bit.ly/AbCdEfG',
    'This short link does not say where it leads. Open it in a browser and copy the address that it leads to.',
  ],
  [
    'https://thetvdb.com/series/oshi-no-ko',
    'This TheTVDB link holds a name but no number. Its page lists the number as "TheTVDB.com Series ID" or "TheTVDB.com Movie ID": give that number instead.',
  ],
  [
    'https://example.org/',
    'This link does not lead to YouTube, Spotify or TheTVDB. Copy the link from there.',
  ],
  ['My favourite film', 'This is not a link. Copy one from the address bar or a Share button.'],
  [
    'https://youtu.be/aB3dE5fG7hI https://youtu.be/-_9xYz01AbA',
    'This line holds more than one link. Put each on a line of its own.',
  ],
  [
    '- [ ] https://youtu.be/aB3dE5fG7hI',
    'This is marked as still to do (an empty box, or TODO), so it may not be watched yet. Once you have watched it, tick the box or leave only the link.',
  ],
  [
    '~~https://youtu.be/aB3dE5fG7hI~~',
    'This link looks crossed out or commented out. If you have watched it, leave only the link.',
  ],
])('a person who gives %s reads what to do instead', (text, words) => {
  const link = readLine(text);

  const said = 'reject' in link ? reasonInWords(link) : 'accepted';

  expect(said).toBe(words);
});
