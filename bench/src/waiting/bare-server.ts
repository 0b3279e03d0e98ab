import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// Answers every request at once, which takes the least that it can. Ends with its parent.

const server = createServer((request, answer) => {
  request.resume().once('end', () => answer.end('ok'));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.on('disconnect', () => process.exit());
const { port } = server.address() as AddressInfo;
process.send?.(`http://127.0.0.1:${port}`);
