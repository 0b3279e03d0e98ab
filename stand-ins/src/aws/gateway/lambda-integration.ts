import type { Functions } from '../functions/functions.ts';
import type { InvocationResult } from '../functions/invocation.ts';
import type { ApiMethod, RestApi } from './api.ts';
import type { LambdaIntegration } from './api-schemas.ts';
import { GATEWAY_ERRORS, GatewayError } from './gateway-error.ts';
import type { GatewayRequest } from './gateway-request.ts';
import type { ApiResponse } from './gateway-response.ts';
import { type AuthorizerContext, methodSource, proxyEvent } from './proxy-event.ts';
import { readProxyResponse } from './proxy-response.ts';

interface IntegrationCall {
  readonly api: RestApi;
  readonly method: ApiMethod;
  readonly integration: LambdaIntegration;
  readonly functions: Functions;
  readonly request: GatewayRequest;
  readonly caller: AuthorizerContext | undefined;
}

/** Answers a request by invoking a function. After a time-out, the function keeps running, as on AWS. */
export async function invokeIntegration(call: IntegrationCall): Promise<ApiResponse> {
  const { api, method, integration, functions, request, caller } = call;
  if (!api.mayInvoke(integration.Uri, methodSource({ api, method }))) {
    throw new GatewayError(
      GATEWAY_ERRORS.mayNotInvoke,
      `no permission to invoke ${integration.Uri}`,
    );
  }
  const event = proxyEvent({ api, method }, request, caller);
  const result = await raceTimeout(
    integration.TimeoutInMillis,
    functions.invoke(integration.Uri, event),
  );
  if (result.kind === 'returned') return readProxyResponse(result.payload);
  const { errorType, errorMessage } = result;
  const tooLarge = errorType === 'RequestEntityTooLargeException';
  throw new GatewayError(
    tooLarge ? GATEWAY_ERRORS.eventTooLarge : GATEWAY_ERRORS.badGateway,
    `${errorType}: ${errorMessage}`,
  );
}

async function raceTimeout(
  milliseconds: number,
  invocation: Promise<InvocationResult>,
): Promise<InvocationResult> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new GatewayError(GATEWAY_ERRORS.timeout)),
    milliseconds,
  );
  try {
    return await Promise.race([invocation, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
