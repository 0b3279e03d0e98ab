import { CORS } from '@immersion-tracker/api/settings';
import { endpoints } from '@immersion-tracker/contract';
import { cors, lists, problemsOf, status } from '../expectations.ts';
import type { Answer, Send } from '../send.ts';
import type { Check } from '../stage.ts';

/** Asks as a browser does before a page may call the tracker: without credentials. */
export function askPreflight(send: Send, origin: string): Promise<Answer> {
  const { method, path } = endpoints.updateShow;
  const headers = {
    Origin: origin,
    'Access-Control-Request-Method': method,
    'Access-Control-Request-Headers': 'authorization,content-type',
  };
  return send({ method: 'OPTIONS', path, headers });
}

export const preflight: readonly Check[] = [
  {
    name: 'a preflight without credentials is a 204 with the CORS values',
    run: async ({ send, origin }) =>
      problemsOf(
        await askPreflight(send, origin ?? 'https://example.com'),
        status(204),
        cors(origin),
        lists('Access-Control-Allow-Methods', CORS.methods),
        lists('Access-Control-Allow-Headers', CORS.headers),
      ),
  },
];
