import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { errorBody, errorStatus } from './errors.ts';
import { mediaKinds } from './media/kinds.ts';
import { examples } from './openapi/examples.ts';

const all = Object.entries<Endpoint>(endpoints);

test('the API has these endpoints, each once', () => {
  expect(all.map(([, { method, path }]) => `${method} ${path}`)).toEqual([
    'GET /progress',
    'GET /shows',
    ...mediaKinds.map(({ sync }) => `POST ${sync.path}`),
    'PUT /show',
    'PUT /movie',
    'GET /search',
    'POST /lookup',
    'POST /rewatch',
    'POST /backfill',
    'GET /watched',
    'PUT /watched',
    'GET /library',
    'POST /records',
    'GET /records',
    'POST /remove',
    'POST /restore',
    'GET /history',
    'GET /settings',
    'PUT /settings',
    'GET /providers',
  ]);
});

describe.each(all)('%s', (name, { request, response }) => {
  const example = examples.get(name);

  test('has an example request with exactly the documented fields', () => {
    expect(request.parse(example?.request)).toStrictEqual(example?.request);
    expect(example?.request === undefined).toBe(request instanceof z.ZodUndefined);
  });

  test('has an example response with exactly the documented fields', () => {
    expect(response.parse(example?.response)).toStrictEqual(example?.response);
  });
});

describe('error codes', () => {
  test('have the statuses that the API promises', () => {
    expect(errorStatus).toEqual({
      invalid_request: 400,
      unauthorized: 401,
      show_not_found: 404,
      not_found: 404,
      conflict: 409,
      too_large: 413,
      unknown_ids: 422,
      internal_error: 500,
      provider_error: 502,
      provider_not_configured: 503,
      store_unavailable: 503,
      overloaded: 503,
      implausible_clock: 503,
    });
  });

  test('are the only ones that an error body can have', () => {
    const body = (code: string) => errorBody.safeParse({ message: 'x', code }).success;

    expect(Object.keys(errorStatus).every(body)).toBe(true);
    expect(body('teapot')).toBe(false);
    expect(errorBody.safeParse({ message: 'x' }).success).toBe(false);
  });
});
