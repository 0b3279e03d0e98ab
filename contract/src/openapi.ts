import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { commonErrors, type Endpoint, endpoints } from './endpoints.ts';
import { type ErrorBody, type ErrorCode, errorBody, errorMeaning, errorStatus } from './errors.ts';

/** The API document, OpenAPI 3.1, made from the endpoint list. */
export function openApiDocument() {
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
      description:
        'Records watched shows, movies, YouTube videos and Spotify episodes, and returns progress.',
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
        basic: { type: 'http', scheme: 'basic', description: 'User and password in UTF-8.' },
      },
    },
  });
}

function operationObject(name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const takesBody = !(endpoint.request instanceof z.ZodUndefined);
  return {
    operationId: name,
    summary: endpoint.summary,
    ...(takesBody && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: endpoint.request, example: endpoint.example.request },
        },
      },
    }),
    responses: {
      '200': {
        description: 'Done.',
        content: {
          'application/json': { schema: endpoint.response, example: endpoint.example.response },
        },
      },
      ...errorResponses([...endpoint.errors, ...commonErrors]),
    },
  };
}

function errorResponses(codes: readonly ErrorCode[]): ZodOpenApiOperationObject['responses'] {
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
          content: {
            'application/json': {
              schema: errorBody,
              examples: Object.fromEntries(here.map((code) => [code, { value: example(code) }])),
            },
          },
        },
      ];
    }),
  );
}

function example(code: ErrorCode): ErrorBody {
  const messages: Record<ErrorCode, string> = {
    invalid_request: 'episodes[3].file_name: must not be empty',
    unauthorized: 'Unauthorized',
    show_not_found: 'There is no show folder "show_name"; sync an episode of it first.',
    not_found: 'There is no GET /nowhere.',
    conflict: 'The show changed underneath; send the request again.',
    too_large: 'The body is above 6291456 bytes; send it in parts.',
    unknown_ids: 'YouTube does not know 1 of these video ids: aB3dE5fG7hI',
    internal_error: 'Something went wrong on our side.',
    provider_error: 'TheTVDB failed with status 502; try again later.',
    provider_not_configured: 'There is no TheTVDB key; set tvdb_api_key in the secret.',
    store_unavailable: 'The database did not answer in time; send the same request again.',
  };
  return {
    message: messages[code],
    code,
    ...(code === 'unknown_ids' && { ids: ['aB3dE5fG7hI'] }),
    ...(code === 'internal_error' && { request_id: '8c5e0f0e-0d9b-4a52-9f5e-2f4b8a3c1d7e' }),
  };
}

/** The document as it is committed. */
export const openApiJson = () => `${JSON.stringify(openApiDocument(), null, 2)}\n`;
