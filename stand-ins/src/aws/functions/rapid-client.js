/**
 * Loaded in a sandbox before AWS's runtime client. Replaces its compiled part, `rapid-client.node`,
 * which calls the Runtime API with libcurl: the same three functions, with Node's own HTTP. This is
 * JavaScript because stripping types would take a third of a sandbox's start.
 */
import { Agent, request } from 'node:http';
import { registerHooks } from 'node:module';
import { text } from 'node:stream/consumers';

// biome-ignore lint/style/noProcessEnv: how Lambda tells a runtime where its API is.
const [hostname, port] = `${process.env.AWS_LAMBDA_RUNTIME_API}`.split(':');
const agent = new Agent({ keepAlive: true });
const invocations = '/2018-06-01/runtime/invocation';

const hooks = registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!specifier.endsWith('rapid-client.node')) return nextResolve(specifier, context);
    hooks.deregister();
    return { url: import.meta.url, shortCircuit: true };
  },
});

/** The compiled client answers before it returns. Here the next call waits for that instead. */
let lastResponse = Promise.resolve();

/** Waits for the next invocation: its event as JSON, and the headers that describe it. */
export function next() {
  return lastResponse.then(() => call('GET', `${invocations}/next`));
}

/** Hands over what the handler returned. */
export function done(requestId, bodyJson) {
  lastResponse = call('POST', `${invocations}/${requestId}/response`, bodyJson);
}

/** Hands over what the handler threw. */
export function error(requestId, bodyJson, xrayCause) {
  lastResponse = call('POST', `${invocations}/${requestId}/error`, bodyJson, {
    'Lambda-Runtime-Function-XRay-Error-Cause': encodeURI(xrayCause),
  });
}

function call(method, path, body = '', headers = {}) {
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
