import { describe, expect, test } from 'vitest';
import { readLink } from '../read-link.ts';

const consent = (target: string) =>
  `https://consent.youtube.com/m?continue=${encodeURIComponent(target)}&gl=DE`;
const attribution = (target: string) =>
  `https://www.youtube.com/attribution_link?a=x&u=${encodeURIComponent(target)}`;

const WATCH = 'https://www.youtube.com/watch?v=aB3dE5fG7hI';

describe('a video is found in', () => {
  test.each([
    ['YouTube Music', 'https://music.youtube.com/watch?v=aB3dE5fG7hI&list=RDAMVMaB3dE5fG7hI'],
    ['a player without cookies', 'https://www.youtube-nocookie.com/embed/aB3dE5fG7hI?rel=0'],
    ['the same without www', 'https://youtube-nocookie.com/embed/aB3dE5fG7hI'],
    ['a short link with www', 'https://www.youtu.be/aB3dE5fG7hI'],
    ['a short link within a playlist', 'https://youtu.be/aB3dE5fG7hI?list=PL0123456789abcdef'],
    ['a link with a slash at the end', 'https://www.youtube.com/shorts/aB3dE5fG7hI/'],
    ['a page with a slash before its query', 'https://www.youtube.com/watch/?v=aB3dE5fG7hI'],
    ['a link with a fragment', 'https://www.youtube.com/watch?v=aB3dE5fG7hI#t=90'],
    ['a link whose v comes last', 'https://www.youtube.com/watch?list=PL01&index=3&v=aB3dE5fG7hI'],
    ['a link whose other parameter cannot be decoded', `${WATCH}&pp=%E3%8`],
    ['a consent page', consent(WATCH)],
    ['a consent page to a short link', consent('https://youtu.be/aB3dE5fG7hI?si=x')],
    ['an attribution link', attribution('/watch?v=aB3dE5fG7hI&feature=share')],
    ['an attribution link to a whole link', attribution(WATCH)],
    ['a consent page to an attribution link', consent(attribution('/watch?v=aB3dE5fG7hI'))],
  ])('%s', (_, text) => {
    const link = readLink(text);

    expect(link).toEqual({ provider: 'youtube', kind: 'video', id: 'aB3dE5fG7hI' });
  });

  test.each([
    'https://youtu.be/-_9xYz01AbA',
    'https://www.youtube.com/shorts/-_9xYz01AbA',
    attribution('/watch?v=-_9xYz01AbA'),
  ])('%s, whose id starts with a hyphen', (text) => {
    const link = readLink(text);

    expect(link).toEqual({ provider: 'youtube', kind: 'video', id: '-_9xYz01AbA' });
  });
});

describe('a link that does not lead to a video is refused as', () => {
  test.each([
    ['short_link', 'https://youtube.app.goo.gl/aB3dE5fG7hI'],
    ['playlist', 'https://www.youtube.com/watch?list=PL0123456789abcdef'],
    ['playlist', 'https://www.youtube.com/watch?v=&list=PL0123456789abcdef'],
    ['playlist', 'https://www.youtube.com/embed?listType=playlist&list=PL0123456789abcdef'],
    ['playlist', 'https://music.youtube.com/playlist?list=PL0123456789abcdef'],
    ['playlist', 'https://www.youtube-nocookie.com/embed/videoseries?list=PL0123456789abcdef'],
    ['playlist', consent('https://www.youtube.com/playlist?list=PL0123456789abcdef')],
    ['channel', 'https://www.youtube.com/c/example'],
    ['channel', 'https://www.youtube.com/%40examplechannel'],
    ['channel', 'https://m.youtube.com/@日本語'],
    ['channel', 'https://www.youtube.com/embed/live_stream?channel=UCx1Y2z3A4b5C6d7E8f9G0hQ'],
    ['invalid_id', 'https://www.youtube.com/watch'],
    ['invalid_id', 'https://www.youtube.com/watch?v=short&list=PL0123456789abcdef'],
    ['invalid_id', 'https://www.youtube.com/watch#v=aB3dE5fG7hI'],
    ['invalid_id', 'https://www.youtube.com/watch?v=aB3dE5fG7h%zz'],
    ['invalid_id', 'https://www.youtube.com/watch?v=aB3dE5fG7hI%0A'],
    ['invalid_id', 'https://www.youtube.com/shorts/aB3dE5fG7h!'],
    ['invalid_id', 'https://youtu.be/'],
    ['invalid_id', 'https://youtu.be/%zz'],
    ['not_a_video', 'https://www.youtube.com/results?search_query=aB3dE5fG7hI'],
    ['not_a_video', 'https://www.youtube.com/hashtag/videoseries'],
    ['not_a_video', 'https://www.youtube.com/redirect?q=https://youtu.be/aB3dE5fG7hI'],
    ['not_a_video', 'https://www.youtube.com/WATCH?v=aB3dE5fG7hI'],
    ['not_a_video', 'https://www.youtube.com/attribution_link'],
    ['not_a_video', 'https://consent.youtube.com/m'],
    ['not_a_video', consent('')],
    ['not_a_video', consent('https://')],
    ['not_a_video', consent('javascript:alert(1)')],
    ['not_a_video', consent('ftp://www.youtube.com/watch?v=aB3dE5fG7hI')],
    ['not_a_video', consent('https://example.org/watch?v=aB3dE5fG7hI')],
    ['not_a_video', consent('https://youtube.com@example.org/watch?v=aB3dE5fG7hI')],
    ['not_a_video', attribution('//example.org/watch?v=aB3dE5fG7hI')],
    ['not_a_video', consent('https://example.org/attribution_link?u=/watch?v=aB3dE5fG7hI')],
    ['not_a_video', consent(consent(consent(WATCH)))],
  ])('%s: %s', (reject, text) => {
    const link = readLink(text);

    expect(link).toEqual({ provider: 'youtube', reject });
  });
});
