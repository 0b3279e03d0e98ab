import { describe, expect, test } from 'vitest';
import { readLink } from '../read-link.ts';

const ID = '512ojhOuo1ktJprKbVcKyQ';

describe('a podcast or podcast episode is found in', () => {
  test.each([
    ['an app link of an episode', `spotify:episode:${ID}`, 'episode'],
    ['an app link with a parameter', `spotify:episode:${ID}?si=0123456789abcdef`, 'episode'],
    ['a link that starts in the middle', `https://open.spotify.com/episode/${ID}?t=90`, 'episode'],
    ['a link with a fragment', `https://open.spotify.com/episode/${ID}#0:30`, 'episode'],
    ['a link with two slashes', `https://open.spotify.com//episode/${ID}`, 'episode'],
    ['a language with a region', `https://open.spotify.com/intl-zh-TW/episode/${ID}`, 'episode'],
    ['a player in a language', `https://open.spotify.com/intl-fr/embed/episode/${ID}`, 'episode'],
    ["a show's player", `https://open.spotify.com/embed-podcast/show/${ID}?theme=0`, 'show'],
    ['a show with a slash at the end', `https://open.spotify.com/show/${ID}/`, 'show'],
  ])('%s', (_, text, kind) => {
    const link = readLink(text);

    expect(link).toEqual({ provider: 'spotify', kind, id: ID });
  });
});

describe('a link that does not lead to a podcast, or hides it, is refused as', () => {
  test.each([
    ['unsupported_kind', `https://open.spotify.com/album/${ID}`],
    ['unsupported_kind', `https://open.spotify.com/intl-de/track/${ID}`],
    ['unsupported_kind', `https://open.spotify.com/embed/playlist/${ID}`],
    ['unsupported_kind', `https://open.spotify.com/Episode/${ID}`],
    ['unsupported_kind', 'https://open.spotify.com'],
    ['unsupported_kind', 'https://open.spotify.com/intl-ja/'],
    ['unsupported_kind', `spotify:track:${ID}`],
    ['unsupported_kind', `spotify:user:someone:playlist:${ID}`],
    ['unsupported_kind', 'spotify:'],
    ['short_link', 'spotify.link/AbCdEfGhIjK'],
    ['short_link', 'https://spotify.app.link/AbCdEfGhIjK'],
    ['short_link', 'https://spotify.app.link/AbCdEfGhIjK?_p=x'],
    ['short_link', 'https://spoti.fi/AbCdEfG'],
    ['short_link', 'https://link.tospotify.com/AbCdEfGhIjK'],
    ['short_link', 'https://open.spotify.com/intl-ja/s/AbCdEfGhIjK'],
    ['invalid_id', `https://open.spotify.com/episode/${ID}x`],
    ['invalid_id', 'https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKy_'],
    ['invalid_id', 'https://open.spotify.com/show/%zz'],
    ['invalid_id', 'https://open.spotify.com/embed/episode'],
    ['invalid_id', 'spotify:episode'],
    ['invalid_id', 'spotify:show:short'],
  ])('%s: %s', (reject, text) => {
    const link = readLink(text);

    expect(link).toEqual({ provider: 'spotify', reject });
  });
});
