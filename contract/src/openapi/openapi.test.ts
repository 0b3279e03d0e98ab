import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from '@readme/openapi-parser';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { commonErrors, type Endpoint } from '../endpoint.ts';
import { endpoints } from '../endpoints.ts';
import { errorBody, errorStatus } from '../errors.ts';
import { examples } from './examples.ts';
import { openApiJson } from './openapi.ts';

const file = fileURLToPath(new URL('../../openapi.json', import.meta.url));

const media = z.object({
  'application/json': z.object({
    schema: z.object({ $ref: z.string() }),
    example: z.unknown().optional(),
    examples: z.record(z.string(), z.object({ value: errorBody })).optional(),
  }),
});
const operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  parameters: z
    .array(
      z.object({
        in: z.literal('query'),
        name: z.string(),
        required: z.boolean().optional(),
        example: z.unknown().optional(),
        schema: z.looseObject({ example: z.unknown().optional() }),
      }),
    )
    .default([]),
  requestBody: z.object({ required: z.literal(true), content: media }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      description: z.string().min(1),
      headers: z.record(z.string(), z.unknown()).optional(),
      content: media,
    }),
  ),
});
const document = z
  .object({
    openapi: z.string(),
    security: z.array(z.record(z.string(), z.array(z.string()))),
    paths: z.record(z.string(), z.record(z.string(), operation)),
    components: z.object({
      schemas: z.record(z.string(), z.unknown()),
      securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
    }),
  })
  .parse(JSON.parse(openApiJson()));

const json = (response: z.output<typeof operation>['responses'][string] | undefined) =>
  response?.content['application/json'];

describe('the committed document', () => {
  test('is up to date with the endpoints', () => {
    const committed = readFileSync(file, 'utf8');

    expect(committed, 'openapi.json is out of date; run npm run openapi').toBe(openApiJson());
  });

  test('is valid OpenAPI 3.1', async () => {
    const result = await validate(JSON.parse(readFileSync(file, 'utf8')));

    expect(document.openapi).toMatch(/^3\.1\./);
    expect(result).toEqual({ valid: true, warnings: [], specification: 'OpenAPI' });
  });

  test('would be refused without a field that OpenAPI requires', async () => {
    const broken = openApiJson().replace('"title"', '"name"');

    const result = await validate(JSON.parse(broken));

    expect(result.valid).toBe(false);
  });
});

test('every operation requires Basic credentials', () => {
  expect(document.security).toEqual([{ basic: [] }]);
  expect(document.components.securitySchemes.basic).toMatchObject({
    ...{ type: 'http', scheme: 'basic' },
  });
});

describe.each(Object.entries<Endpoint>(endpoints))('%s', (name, endpoint) => {
  const described = document.paths[endpoint.path]?.[endpoint.method.toLowerCase()];
  const responses = Object.entries(described?.responses ?? {});
  const errors = responses.filter(([status]) => status !== '200');

  test('has a request body with an example, or a query if it is a GET', () => {
    const body = described?.requestBody?.content['application/json'];
    const query = described?.parameters.flatMap(({ name, schema }) =>
      schema.example === undefined ? [] : [[name, schema.example] as const],
    );
    const example = examples.get(name)?.request;

    expect(body === undefined).toBe(endpoint.method === 'GET');
    expect(body?.example ?? Object.fromEntries(query ?? [])).toEqual(example ?? {});
  });

  test('is documented under its name, with an example response', () => {
    const body = json(described?.responses['200']);

    expect(described?.operationId).toBe(name);
    expect(body?.example).toEqual(examples.get(name)?.response);
    expect(body?.schema.$ref).toMatch(/^#\/components\/schemas\/\w+$/);
  });

  test('has an example of each error code, under its status', () => {
    const codes = [...endpoint.errors, ...commonErrors];

    const documented = errors.flatMap(([status, response]) =>
      Object.entries(json(response)?.examples ?? {}).map(([code, { value }]) => {
        expect(value.code).toBe(code);
        expect(`${errorStatus[value.code]}`).toBe(status);
        expect(response.description).toContain(`\`${code}\``);
        return code;
      }),
    );

    expect(documented.sort()).toEqual(codes.sort());
    expect(errors.every(([, response]) => json(response)?.schema.$ref.endsWith('/Error'))).toBe(
      true,
    );
  });

  test('documents the challenge of a 401', () => {
    expect(described?.responses['401']?.headers).toHaveProperty('WWW-Authenticate');
  });
});

test.each([
  ['GET /progress', '200 401 500 503'],
  ['GET /shows', '200 401 500 503'],
  ['POST /sync', '200 400 401 409 413 500 503'],
  ['PUT /show', '200 400 401 404 409 413 422 500 502 503'],
  ['POST /syncyoutube', '200 400 401 413 422 500 502 503'],
  ['POST /syncspotify', '200 400 401 413 422 500 502 503'],
  ['POST /syncmovies', '200 400 401 409 413 422 500 502 503'],
  ['POST /lookup', '200 400 401 413 500 503'],
  ['POST /rewatch', '200 400 401 409 413 422 500 503'],
  ['GET /providers', '200 401 500 503'],
])('%s can answer with %s', (operationName, statuses) => {
  const [method = '', path = ''] = operationName.toLowerCase().split(' ');

  const described = document.paths[path]?.[method];

  expect(Object.keys(described?.responses ?? {}).join(' ')).toBe(statuses);
});

test('every error code is documented with an operation', () => {
  const codes = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => Object.values(responses))
    .flatMap((response) => Object.keys(json(response)?.examples ?? {}));

  const missing = Object.keys(errorStatus).filter((code) => !codes.includes(code));

  expect(missing).toEqual([]);
});
