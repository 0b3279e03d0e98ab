import { expect, test } from 'vitest';
import { isLoopback } from './loopback.ts';

test.each([
  ...['localhost', 'LocalHost', '127.0.0.1', '127.1.2.3', '127.255.255.255', '127.1'],
  ...['::1', '[::1]', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '[::ffff:127.1.2.3]', '::ffff:7fff:1'],
])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});

test.each([
  ...['', '0.0.0.0', '::', '[::]', '126.255.255.255', '128.0.0.1', '192.168.1.5', '::2', '[::1'],
  ...['fe80::1', 'fe80::1%lo', '::ffff:128.0.0.1', '::127.0.0.1', '::ffff:7f:1', '1::ffff:7f00:1'],
  ...['127.0.0.1.example', 'localhost.example', 'my-localhost', 'a@127.0.0.1', '127.0.0.1/x'],
])('%j can be another machine', (host) => {
  expect(isLoopback(host)).toBe(false);
});
