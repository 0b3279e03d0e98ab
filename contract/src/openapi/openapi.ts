import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { commonErrors, type Endpoint } from '../endpoint.ts';
import { endpoints } from '../endpoints.ts';
import { type ErrorBody, type ErrorCode, errorBody, errorMeaning, errorStatus } from '../errors.ts';
import { mediaKinds } from '../media/kinds.ts';
import { listed } from '../words/nouns.ts';
import { type Example, examples } from './examples.ts';

/** The OpenAPI 3.1 document, generated from `endpoints`. */
function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationObject(name, endpoint),
    };
  }

  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Immersion tracker API',
      version: '1.0.0',
      description: `Records watched ${listed(mediaKinds.map(({ nouns }) => nouns.record[1]))}, and reports progress.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      { url: 'http://127.0.0.1:8080', description: 'One machine' },
      { url: 'https://api.immersion-tracker.jordansimsmith.com', description: 'AWS' },
    ],
    security: [{ basic: [] }],
    paths,
    components: {
      securitySchemes: {
        basic: {
          type: 'http',
          scheme: 'basic',
          description:
            'User and password in UTF-8. For GET requests, a read-only token can take the place of the password.',
        },
      },
    },
  });
}

function operationObject(name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const example = examples.get(name);
  const { request } = endpoint;
  const isQuery = endpoint.method === 'GET';
  const takesBody = !isQuery && !(request instanceof z.ZodUndefined);
  return {
    operationId: name,
    summary: endpoint.summary,
    ...(isQuery &&
      request instanceof z.ZodObject && {
        requestParams: { query: withExamples(request, example?.request) },
      }),
    ...(takesBody && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: request, example: example?.request },
        },
      },
    }),
    responses: {
      '200': {
        description: 'Success.',
        content: {
          'application/json': { schema: endpoint.response, example: example?.response },
        },
      },
      ...errorResponses(endpoint, example),
    },
  };
}

/** The fields of a query, each with its value in the example. */
function withExamples(query: z.ZodObject, example: unknown): z.ZodObject {
  const values: Readonly<Record<string, unknown>> = Object(example);
  return z.object(
    Object.fromEntries(
      Object.entries(query.shape).map(([name, field]) => {
        const value = values[name];
        return [
          name,
          value === undefined ? field : field.meta({ ...field.meta(), example: value }),
        ];
      }),
    ),
  );
}

function errorResponses(
  endpoint: Endpoint,
  example: Example | undefined,
): ZodOpenApiOperationObject['responses'] {
  const codes = [...endpoint.errors, ...commonErrors];
  const statuses = [...new Set(codes.map((code) => errorStatus[code]))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => errorStatus[code] === status);
      return [
        `${status}`,
        {
          description: here.map((code) => `\`${code}\`: ${errorMeaning[code]}`).join('\n\n'),
          ...(status === 401 && {
            headers: {
              'WWW-Authenticate': {
                schema: { type: 'string' as const, example: 'Basic' },
              },
            },
          }),
          ...(here.includes('overloaded') && {
            headers: {
              'Retry-After': {
                description: 'With `overloaded`: after how many seconds to try again.',
                schema: { type: 'integer' as const, example: 1 },
              },
            },
          }),
          content: {
            'application/json': {
              schema: errorBody,
              examples: Object.fromEntries(
                here.map((code) => [code, { value: errorExample(code, example) }]),
              ),
            },
          },
        },
      ];
    }),
  );
}

function errorExample(code: ErrorCode, example: Example | undefined): ErrorBody {
  const unknownIds = example?.unknownIds;
  return {
    message: errorMeaning[code],
    code,
    ...(code === 'unknown_ids' && unknownIds && { ids: [...unknownIds] }),
    ...(code === 'internal_error' && { request_id: '8c5e0f0e-0d9b-4a52-9f5e-2f4b8a3c1d7e' }),
  };
}

/** The contents of `openapi.json`. */
export const openApiJson = () => `${JSON.stringify(openApiDocument(), null, 2)}\n`;
