import type { GatewayResponseProperties, ResponseType } from './api-schemas.ts';
import type { GatewayErrorKind } from './gateway-error.ts';

/** What a caller of the API gets. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const DEFAULT_TEMPLATE = '{"message":$context.error.messageString}';

/**
 * The answer to an error: by the template's gateway response of its type, else by that of its class,
 * DEFAULT_4XX or DEFAULT_5XX, else API Gateway's own.
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

/** Puts variables in the place of `$context.name`. Everything else that VTL can do is an error. */
function renderTemplate(template: string, variables: Readonly<Record<string, string>>): string {
  return template.replace(/\$(context\.([A-Za-z]+(?:\.[A-Za-z]+)*))?|#/g, (found, _, name) => {
    const value = name === undefined ? undefined : variables[name];
    if (value === undefined) {
      throw new Error(`a gateway response uses ${found}, which is not emulated: ${template}`);
    }
    return value;
  });
}
