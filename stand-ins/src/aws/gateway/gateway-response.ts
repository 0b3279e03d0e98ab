import type { GatewayAnswer } from './answer.ts';
import type { GatewayResponseProperties, ResponseType } from './api-schemas.ts';
import type { Failure } from './gateway-error.ts';

const DEFAULT_TEMPLATE = '{"message":$context.error.messageString}';

/**
 * The answer to a failure: by the template's gateway response of that type, else by that of its class,
 * DEFAULT_4XX or DEFAULT_5XX, else API Gateway's own.
 */
export function gatewayResponse(
  failure: Failure,
  responses: ReadonlyMap<ResponseType, GatewayResponseProperties>,
  requestId: string,
): GatewayAnswer {
  const { responseType, errorType, message } = failure;
  const fallback = failure.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const response =
    responseType === undefined
      ? undefined
      : (responses.get(responseType) ?? responses.get(fallback));

  return {
    status: response?.StatusCode ?? failure.status,
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

type Variables = Readonly<Record<string, string>>;

/** Puts variables in the place of `$context.name`. Everything else that VTL can do is an error. */
function renderTemplate(template: string, variables: Variables): string {
  return template.replace(/\$(context\.([A-Za-z]+(?:\.[A-Za-z]+)*))?|#/g, (found, _, name) => {
    const value = name === undefined ? undefined : variables[name];
    if (value === undefined) {
      throw new Error(`a gateway response uses ${found}, which is not emulated: ${template}`);
    }
    return value;
  });
}
