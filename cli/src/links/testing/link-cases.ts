/** Links by what they lead to, or by why that is unknown. */
const LINKS = [
  {
    of: { provider: 'youtube', kind: 'video', id: 'aB3dE5fG7hI' },
    urls: [
      'https://www.youtube.com/watch?v=aB3dE5fG7hI',
      'http://youtube.com/watch?v=aB3dE5fG7hI',
      'HTTPS://WWW.YouTube.com/watch?v=aB3dE5fG7hI',
      'https://www.youtube.com/watch?app=desktop&v=aB3dE5fG7hI',
      'https://www.youtube.com/watch?v=aB3dE5fG7hI&list=PL0123456789abcdef&index=3',
      'https://www.youtube.com/watch?v=aB3dE5fG7hI&t=1m30s',
      'https://www.youtube.com/watch?v=aB3dE5fG7hI&pp=ygUEdGVzdA%3D%3D',
      'https://m.youtube.com/watch?v=aB3dE5fG7hI',
      'https://youtu.be/aB3dE5fG7hI',
      'youtu.be/aB3dE5fG7hI',
      'https://youtu.be/aB3dE5fG7hI?si=abcdefghijklmnop',
      'https://youtu.be/aB3dE5fG7hI?t=90',
      'https://www.youtube.com/shorts/aB3dE5fG7hI',
      'https://youtube.com/shorts/aB3dE5fG7hI?feature=share',
      'https://www.youtube.com/live/aB3dE5fG7hI?si=abcdefghijklmnop',
      'https://www.youtube.com/embed/aB3dE5fG7hI?start=30',
      'https://www.youtube.com/v/aB3dE5fG7hI',
      'https://www.youtube.com/e/aB3dE5fG7hI',
      'https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fshorts%2FaB3dE5fG7hI%3Fcbrd%3D1&gl=DE',
    ],
  },
  {
    of: { provider: 'youtube', kind: 'video', id: '-_9xYz01AbA' },
    urls: ['https://www.youtube.com/watch?v=-_9xYz01AbA'],
  },
  {
    of: { provider: 'youtube', reject: 'playlist' },
    urls: [
      'https://www.youtube.com/playlist?list=PL0123456789abcdef',
      'https://www.youtube.com/embed/videoseries?list=PL0123456789abcdef',
    ],
  },
  {
    of: { provider: 'youtube', reject: 'channel' },
    urls: [
      'https://www.youtube.com/@examplechannel',
      'https://www.youtube.com/channel/UCx1Y2z3A4b5C6d7E8f9G0hQ',
      'https://www.youtube.com/user/example',
      'https://www.youtube.com/@examplechannel/live',
    ],
  },
  {
    of: { provider: 'youtube', reject: 'not_a_video' },
    urls: [
      'https://www.youtube.com/clip/UgkxABCDEFGHIJKLMNOPQRSTUVWXYZabcdef',
      'https://www.youtube.com/',
    ],
  },
  {
    of: { provider: 'youtube', reject: 'invalid_id' },
    urls: ['https://www.youtube.com/watch?v=short', 'https://youtu.be/aB3dE5fG7hIx'],
  },
  {
    of: { provider: null, reject: 'foreign_host' },
    urls: [
      'https://www.youtube.com.example.org/watch?v=aB3dE5fG7hI',
      'https://notyoutube.com/watch?v=aB3dE5fG7hI',
      'https://youtube.com@example.org/watch?v=aB3dE5fG7hI',
      'https://open.spotify.com.example.org/episode/512ojhOuo1ktJprKbVcKyQ',
    ],
  },
  {
    of: { provider: 'spotify', kind: 'episode', id: '512ojhOuo1ktJprKbVcKyQ' },
    urls: [
      'open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ',
      'https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ?si=0123456789abcdef',
      'https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ/',
      'https://open.spotify.com/intl-ja/episode/512ojhOuo1ktJprKbVcKyQ',
      'https://open.spotify.com/embed/episode/512ojhOuo1ktJprKbVcKyQ?utm_source=generator',
      'https://open.spotify.com/embed-podcast/episode/512ojhOuo1ktJprKbVcKyQ',
    ],
  },
  {
    of: { provider: 'spotify', kind: 'show', id: '38bS44xjbVVZ3No3ByF1dJ' },
    urls: [
      'https://open.spotify.com/show/38bS44xjbVVZ3No3ByF1dJ',
      'https://open.spotify.com/intl-de/show/38bS44xjbVVZ3No3ByF1dJ?si=0123456789abcdef',
      'spotify:show:38bS44xjbVVZ3No3ByF1dJ',
    ],
  },
  {
    of: { provider: 'spotify', reject: 'unsupported_kind' },
    urls: [
      'https://open.spotify.com/track/512ojhOuo1ktJprKbVcKyQ',
      'https://open.spotify.com/playlist/512ojhOuo1ktJprKbVcKyQ',
      'https://open.spotify.com/artist/512ojhOuo1ktJprKbVcKyQ',
      'https://open.spotify.com/user/someone',
    ],
  },
  {
    of: { provider: 'spotify', reject: 'short_link' },
    urls: ['https://spotify.link/AbCdEfGhIjK', 'https://open.spotify.com/s/AbCdEfGhIjK'],
  },
  {
    of: { provider: 'spotify', reject: 'invalid_id' },
    urls: [
      'https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKy',
      'https://open.spotify.com/episode/',
      'spotify:episode:',
    ],
  },
  {
    of: { provider: 'tvdb', kind: 'series', id: '421069' },
    urls: [
      'https://www.thetvdb.com/dereferrer/series/421069',
      'https://thetvdb.com/?tab=series&id=421069',
    ],
  },
  {
    of: { provider: 'tvdb', kind: 'movie', id: '2658' },
    urls: ['https://thetvdb.com/dereferrer/movie/2658'],
  },
  {
    of: { provider: 'tvdb', reject: 'slug_only' },
    urls: ['https://thetvdb.com/series/oshi-no-ko', 'https://thetvdb.com/movies/run-lola-run'],
  },
];

export const LINK_CASES = LINKS.flatMap(({ of, urls }) => urls.map((url) => ({ url, of })));
