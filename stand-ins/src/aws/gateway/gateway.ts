import type { IncomingMessage } from 'node:http';
import { type ListeningServer, serveOnLoopback } from '../../http/loopback.ts';
import type { Functions } from '../functions/functions.ts';
import type { ApiMethod, RestApi } from './api.ts';
import { createAuthorize } from './authorize.ts';
import { GATEWAY_ERRORS, GatewayError } from './gateway-error.ts';
import {
  assertHeaderSize,
  type GatewayRequest,
  type RequestHead,
  readBody,
  readHead,
} from './gateway-request.ts';
import { type ApiResponse, gatewayResponse } from './gateway-response.ts';
import { invokeIntegration } from './lambda-integration.ts';

/** Serves a REST API over HTTP, under its stage. `now` is in milliseconds; `report` gets a line for each error. */
export async function startGateway(
  api: RestApi,
  functions: Functions,
  now: () => number,
  report: (line: string) => void,
): Promise<ListeningServer> {
  const authorize = createAuthorize(api, functions, now);
  for (const type of api.gatewayResponses.keys()) {
    // Renders each template once, so that an unknown variable fails at the start.
    gatewayResponse({ ...GATEWAY_ERRORS.badGateway, responseType: type }, api.gatewayResponses, '');
  }

  async function answer(incoming: IncomingMessage, head: RequestHead): Promise<ApiResponse> {
    assertHeaderSize(incoming);
    const body = await readBody(incoming);
    const request: GatewayRequest = { ...head, body };
    const method = findMethod(api, request);
    const caller = await authorize(method, request);
    const { integration } = method;
    if (integration.Type === 'AWS_PROXY') {
      return invokeIntegration({ api, method, functions, request, caller, integration });
    }
    const [{ StatusCode, ResponseParameters }] = integration.IntegrationResponses;
    return { status: StatusCode, headers: ResponseParameters, body: '' };
  }

  return serveOnLoopback(
    async (incoming, response) => {
      const head = readHead(incoming, now());
      const { requestId, extendedRequestId } = head;
      const { status, headers, body } = await answer(incoming, head).catch((error: unknown) => {
        if (!(error instanceof GatewayError)) throw error;
        report(`${head.method} ${head.path}: ${error.kind.errorType}: ${error.message}\n`);
        return gatewayResponse(error.kind, api.gatewayResponses, requestId);
      });
      response.statusCode = status;
      response.setHeader('x-amzn-RequestId', requestId);
      response.setHeader('x-amz-apigw-id', extendedRequestId);
      for (const [name, value] of headers) response.appendHeader(name, value);
      response.end(body);
    },
    (response, error) => {
      report(`The emulation of API Gateway failed: ${error}\n`);
      response.destroy();
    },
    // Node's own limit must not come before API Gateway's.
    { maxHeaderSize: 128 * 1024 },
  );
}

function findMethod({ stage, methods }: RestApi, { method, path }: RequestHead): ApiMethod {
  const [, first, ...rest] = path.split('/');
  if (first !== stage) throw new GatewayError(GATEWAY_ERRORS.forbidden);
  const wanted = `/${rest.join('/')}`;
  const found = methods.find(
    (candidate) => candidate.httpMethod === method && candidate.path === wanted,
  );
  if (found === undefined) throw new GatewayError(GATEWAY_ERRORS.noToken);
  return found;
}
