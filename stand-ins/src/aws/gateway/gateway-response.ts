import type { GatewayResponseProperties, ResponseType } from './api-schemas.ts';
import type { GatewayErrorKind } from './gateway-error.ts';

/** The response to a caller of the API. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const DEFAULT_TEMPLATE = '{"message":$context.error.messageString}';

/**
 * The response to an error: from the template's gateway response for its type, else from the one for its class
 * (DEFAULT_4XX or DEFAULT_5XX), else API Gateway's default.
 */
export function gatewayResponse(
  { responseType, status, errorType, message }: GatewayErrorKind,
  responses: ReadonlyMap<ResponseType, GatewayResponseProperties>,
  requestId: string,
): ApiResponse {
  const fallback = status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const response = responseType && (responses.get(responseType) ?? responses.get(fallback));
  return {
    status: response?.StatusCode ?? status,
    headers: [
      ['Content-Type', 'application/json'],
      ['x-amzn-ErrorType', errorType],
      ...(response?.ResponseParameters ?? []),
    ],
    body: renderTemplate(response?.ResponseTemplates?.['application/json'] ?? DEFAULT_TEMPLATE, {
      'error.messageString': JSON.stringify(message),
      'error.message': message ?? '',
      requestId,
    }),
  };
}

/** Replaces `$context.name` by variables. Throws if the template uses anything else of VTL. */
function renderTemplate(template: string, variables: Readonly<Record<string, string>>): string {
  return template.replace(/\$(context\.([A-Za-z]+(?:\.[A-Za-z]+)*))?|#/g, (found, _, name) => {
    const value = name === undefined ? undefined : variables[name];
    if (value === undefined) {
      throw new Error(`A gateway response uses ${found}, which is not emulated: ${template}`);
    }
    return value;
  });
}
