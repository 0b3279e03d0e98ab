import type { Provider } from './media-kind.ts';

export const tvdb = {
  id: 'tvdb',
  name: 'TheTVDB',
  keys: ['tvdb_api_key'],
  origins: { tvdb: 'https://api4.thetvdb.com' },
} as const satisfies Provider;
