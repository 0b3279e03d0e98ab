/**
 * Runs inside a sandbox. Takes the place of `rapid-client.node`, the compiled part of AWS's runtime
 * client, which speaks to the Runtime API by libcurl: the same three functions, on Node's own HTTP.
 */
import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

interface Answer {
  readonly bodyJson: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
}

// biome-ignore lint/style/noProcessEnv: how Lambda tells a runtime where its API is.
const [hostname, port] = `${process.env.AWS_LAMBDA_RUNTIME_API}`.split(':');
const agent = new Agent({ keepAlive: true });
const invocations = '/2018-06-01/runtime/invocation';

/** The compiled client answers before it returns. Here the next call waits for that instead. */
let lastAnswer: Promise<unknown> = Promise.resolve();

/** Waits for the next invocation: its event as JSON, and the headers that describe it. */
export function next(): Promise<Answer> {
  return lastAnswer.then(() => call('GET', `${invocations}/next`));
}

/** Hands over what the handler returned. */
export function done(requestId: string, bodyJson: string): void {
  lastAnswer = call('POST', `${invocations}/${requestId}/response`, bodyJson);
}

/** Hands over what the handler threw. */
export function error(requestId: string, bodyJson: string, xrayCause: string): void {
  lastAnswer = call('POST', `${invocations}/${requestId}/error`, bodyJson, {
    'Lambda-Runtime-Function-XRay-Error-Cause': encodeURI(xrayCause),
  });
}

function call(
  method: string,
  path: string,
  body = '',
  headers: OutgoingHttpHeaders = {},
): Promise<Answer> {
  const length = { 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    request({ hostname, port, agent, method, path, headers: { ...length, ...headers } })
      .once('error', reject)
      .once('response', (response) => {
        text(response).then((bodyJson) => resolve({ bodyJson, headers: response.headers }), reject);
      })
      .end(body);
  });
}
