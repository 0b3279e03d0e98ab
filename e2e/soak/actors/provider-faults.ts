import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, StandIn } from '@immersion-tracker/stand-ins';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

const MEBIBYTE = 1024 * 1024;
const HUGE = ' '.repeat(32 * MEBIBYTE);
const answer = (status: number, body = '', headers: Record<string, string> = {}): Fault => ({
  ...{ kind: 'answer', status, body, headers },
});

const FAULTS: readonly Fault[] = [
  ...[400, 401, 403, 404, 429, 500, 501, 502, 503].map((status) => answer(status)),
  answer(429, '', { 'retry-after': '0' }),
  answer(429, '', { 'retry-after': '1' }),
  answer(429, '', { 'retry-after': '86400' }),
  answer(302, '', { location: 'http://127.0.0.1:9/elsewhere' }),
  ...['', '{', 'null', '[]', '{}', '{"data":{}}', '{"items":[null]}', '<html>'].map((body) =>
    answer(200, body),
  ),
  answer(200, `{"access_token":"${'x'.repeat(20_000)}","expires_in":-1}`),
  { kind: 'reset' },
  // Something else than what was asked for.
  ...['tvdb/series_ok_japanese.json', 'tvdb/movie_ok.json', 'tvdb/login_ok.json'].map(sampleFault),
  ...['youtube/videos_three.json', 'youtube/channels_ok.json'].map(sampleFault),
  ...['spotify/episode_ok.json', 'spotify/show_episodes_page1.json'].map(sampleFault),
];
/** These take as long as the tracker's own patience. */
const STALLS: readonly Fault[] = [{ kind: 'hang' }, { kind: 'hang_body' }];
const SHORT_MS = 300;

/** Makes providers fail for a while, in all the ways in which providers do. */
export function providerFaults(world: World): Actor {
  const { isShort, providers, recorder } = world;
  const servers: Readonly<Record<string, StandIn>> = {
    ...{ TheTVDB: providers.tvdb, YouTube: providers.youtube },
    ...{ Spotify: providers.spotifyApi, "Spotify's accounts": providers.spotifyAccounts },
  };

  return {
    name: 'provider faults',
    shortSteps: 4,
    pauseMs: 3000,
    async step(random) {
      const [name, server] = random.pick(Object.entries(servers));
      const huge = answer(200, HUGE, { 'content-type': 'application/json' });
      const faults = isShort || random.chance(0.9) ? FAULTS : [...STALLS, huge];
      const fault = random.pick(faults);
      const times = random.int(1, 8);
      if (random.chance(0.2)) {
        providers.tvdb.revokeTokens();
        providers.spotifyAccounts.revokeTokens();
      }
      server.inject(fault, { times });
      recorder.count('of providers');
      const said = JSON.stringify(fault).slice(0, 100);
      recorder.note(`provider faults: the next ${times} requests to ${name} get ${said}`);
      await sleep(random.int(0, isShort ? SHORT_MS : 10 * SHORT_MS));
      calm();
    },
  };

  /** Ends all faults, and makes secrets of the tokens that were issued. */
  function calm(): void {
    for (const server of Object.values(servers)) {
      for (const { headers } of server.requests) {
        const [, token] = /^(?:Bearer|Basic) (.{8,})$/.exec(headers.authorization ?? '') ?? [];
        if (token !== undefined) world.secrets.add('a token of a provider', token);
      }
    }
    providers.reset();
  }
}

function sampleFault(file: string): Fault {
  return { kind: 'sample', status: 200, file };
}
