import { basicAuthorization, endpoints } from '@immersion-tracker/contract';
import { challenge, cors, json, problemsOf, status } from '../expectations.ts';
import type { Check, Stage } from '../stage.ts';
import { ask, authorizationOf } from './sending.ts';

const { getShows, getProgress } = endpoints;

/**
 * Header names and schemes in several letter cases. API Gateway keeps the authorizer's answers by the
 * value of the header, so that each scheme asks the authorizer anew.
 */
const LETTER_CASES = [
  ['authorization', 'basic'],
  ['AUTHORIZATION', 'BASIC'],
  ['aUTHORIZATIOn', 'bASIc'],
] as const;

const accepted: readonly Check[] = [
  {
    // API Gateway answers for the authorizer here, by what it said of the route before.
    name: 'the same credentials are good for another route',
    run: async (stage) =>
      problemsOf(
        await ask(stage, getProgress),
        status(200),
        cors(stage.origin),
        json(getProgress.response, 'function'),
      ),
  },
  ...LETTER_CASES.map(
    ([name, scheme]): Check => ({
      name: `"${name}: ${scheme} ..." is read`,
      run: async (stage) => {
        const { method, path } = getShows;
        const headers = { [name]: authorizationOf(stage).replace('Basic', scheme) };
        return problemsOf(await stage.send({ method, path, headers }), status(200));
      },
    }),
  ),
];

const REFUSED: readonly (readonly [string, (stage: Stage) => string | undefined])[] = [
  ['no credentials', () => undefined],
  // API Gateway's own answer to these two is a 403, since the authorizer denies them.
  ['a wrong password', ({ user, password }) => basicAuthorization(user, `not ${password}`)],
  ['an unknown user', ({ user, password }) => basicAuthorization(`not ${user}`, password)],
  ['another scheme', (stage) => authorizationOf(stage).replace('Basic', 'Bearer')],
  ['garbage', () => 'garbage'],
];

const refused = REFUSED.map(
  ([what, authorization]): Check => ({
    name: `${what}: 401 with the challenge`,
    run: async (stage) => {
      const { method, path } = getShows;
      const value = authorization(stage);
      const headers = value === undefined ? {} : { Authorization: value };
      const answer = await stage.send({ method, path, headers });
      return problemsOf(answer, ...challenge(stage.origin));
    },
  }),
);

export const credentials: readonly Check[] = [...accepted, ...refused];
