import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import { GATEWAY_ERRORS, GatewayError } from './gateway-error.ts';
import type { ApiResponse } from './gateway-response.ts';

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/**
 * developerguide/set-up-lambda-proxy-integrations, "Output format". Strict, because to API Gateway a response with
 * any other field is malformed (github.com/rails-lambda/lamby/issues/78).
 */
const proxyResponse = jsonText(
  z.strictObject({
    statusCode: z.int().min(200).max(599),
    headers: z.record(z.string(), headerValue).nullish(),
    multiValueHeaders: z.record(z.string(), z.array(headerValue)).nullish(),
    body: z.string().nullish(),
    // Without binaryMediaTypes, API Gateway does not decode base64: callers get the encoded text.
    isBase64Encoded: z.boolean().nullish(),
  }),
);

/** Headers of a function that callers get under another name. */
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

/** Converts a function's result into a response. Throws a 502 if it is malformed. */
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
    // For a header in both maps, the list wins.
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
