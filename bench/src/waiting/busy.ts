import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { loads } from './loads.ts';

// Keeps connections busy: each sends its next request when it has its answer. Tells its parent when all have sent
// their first. Ends with its parent.

const [url = '', authorization = '', name = '', count] = process.argv.slice(2);
const load = loads[name];
if (load === undefined) throw new Error(`loads.ts does not have ${name}.`);
const { method, path, body = '' } = load;
const agent = new Agent({ keepAlive: true, maxSockets: Number(count) });
process.on('disconnect', () => process.exit());

const connections = Array.from({ length: Number(count) }, () => {
  const { promise: sent, resolve } = Promise.withResolvers<void>();
  return { sent, ended: keepSending(resolve) };
});
await Promise.all(connections.map(({ sent }) => sent));
process.send?.('busy');
await Promise.all(connections.map(({ ended }) => ended));

async function keepSending(onSent: () => void): Promise<never> {
  while (true) {
    const headers = { Authorization: authorization, 'Content-Length': Buffer.byteLength(body) };
    const sending = request(`${url}${path}`, { method, agent, headers });
    sending.end(body, onSent);
    const [answer] = await once(sending, 'response');
    if (answer.statusCode !== 200) throw new Error(`${name} answered ${answer.statusCode}.`);
    await once(answer.resume(), 'end');
  }
}
