import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import { GATEWAY_ERRORS, GatewayError } from './gateway-error.ts';
import type { ApiResponse } from './gateway-response.ts';

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/**
 * developerguide/set-up-lambda-proxy-integrations, "Output format". It is strict: API Gateway takes a
 * response with any other field for malformed (github.com/rails-lambda/lamby/issues/78).
 */
const proxyResponse = jsonText(
  z.strictObject({
    statusCode: z.int().min(200).max(599),
    headers: z.record(z.string(), headerValue).nullish(),
    multiValueHeaders: z.record(z.string(), z.array(headerValue)).nullish(),
    body: z.string().nullish(),
    // Without binaryMediaTypes nothing is decoded: callers get the base64 text.
    isBase64Encoded: z.boolean().nullish(),
  }),
);

/** Headers that a function may not set: callers get them under another name. */
const REMAPPED = [
  'authorization',
  'connection',
  'content-length',
  'date',
  'host',
  'server',
  'transfer-encoding',
  'upgrade',
  'www-authenticate',
];

/** The answer that a function's result stands for. A malformed one is a 502. */
export function readProxyResponse(payload: string): ApiResponse {
  const parsed = proxyResponse.safeParse(payload);
  if (!parsed.success) {
    throw new GatewayError(
      GATEWAY_ERRORS.badGateway,
      `malformed Lambda proxy response: ${z.prettifyError(parsed.error)}`,
    );
  }
  const { statusCode, headers, multiValueHeaders, body } = parsed.data;
  const pairs = [
    // A header in both maps has the values of the map of lists.
    ...Object.entries(headers ?? {}).filter(([name]) => multiValueHeaders?.[name] === undefined),
    ...Object.entries(multiValueHeaders ?? {}).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    ),
  ].map(([name, value]) => [remapped(name), value] as const);
  const hasType = pairs.some(([name]) => name.toLowerCase() === 'content-type');

  return {
    status: statusCode,
    headers: hasType ? pairs : [['Content-Type', 'application/json'], ...pairs],
    body: body ?? '',
  };
}

/** developerguide/api-gateway-known-issues lists the headers that may be remapped. */
function remapped(name: string): string {
  return REMAPPED.includes(name.toLowerCase()) ? `x-amzn-Remapped-${name}` : name;
}
