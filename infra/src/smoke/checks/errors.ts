import { endpoints } from '@immersion-tracker/contract';
import { error, problemsOf } from '../expectations.ts';
import type { Ask } from '../send.ts';
import type { Check, Stage } from '../stage.ts';
import { ask, authorizationOf } from './sending.ts';

/** What API Gateway answers itself, since it knows no such method. */
const UNKNOWN: readonly (readonly [string, Pick<Ask, 'method' | 'path'>])[] = [
  ['an unknown route', { method: 'GET', path: '/nowhere' }],
  ['an unknown method', { method: 'DELETE', path: '/shows' }],
];

const unknown = UNKNOWN.flatMap(([what, to]): Check[] => {
  const check = (name: string, headersOf: (stage: Stage) => Record<string, string>): Check => ({
    name: `${name}: 404`,
    run: async (stage) => {
      const answer = await stage.send({ ...to, headers: headersOf(stage) });
      return problemsOf(answer, ...error('not_found', 'gateway', stage.origin));
    },
  });
  return [
    check(what, () => ({})),
    // API Gateway may look for a signature of AWS in them, and find none.
    check(`${what}, with credentials`, (stage) => ({ Authorization: authorizationOf(stage) })),
  ];
});

export const errors: readonly Check[] = [
  ...unknown,
  {
    name: 'a body that is not JSON: 400',
    run: async (stage) => {
      const answer = await ask(stage, endpoints.syncEpisodes, '{"episodes":');
      return problemsOf(answer, ...error('invalid_request', 'function', stage.origin));
    },
  },
  {
    name: 'a show that was never recorded: 404',
    run: async (stage) => {
      const body = { folder_name: '(smoke test) never recorded', tvdb_id: 1 };
      const answer = await ask(stage, endpoints.updateShow, body);
      return problemsOf(answer, ...error('show_not_found', 'function', stage.origin));
    },
  },
];
