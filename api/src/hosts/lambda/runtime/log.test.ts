import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('an entry is one line of JSON, with its time, level and fields', () => {
  const lines: string[] = [];

  createLog((line) => lines.push(line))('warn', 'two\nlines', { request_id: 'a', count: 2 });

  expect(lines).toStrictEqual([expect.stringMatching(/^[^\n]*\n$/)]);
  expect(JSON.parse(lines[0] ?? '')).toStrictEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    level: 'warn',
    message: 'two\nlines',
    request_id: 'a',
    count: 2,
  });
});

test('an error has its stack, code and cause, without what libraries attach to it', () => {
  const lines: string[] = [];
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const cause = Object.assign(new TypeError('inner'), { code: 'ECONNRESET', socket: circular });

  createLog((line) => lines.push(line))('error', 'failed', {
    error: new Error('outer', { cause }),
  });

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    error: {
      name: 'Error',
      message: 'outer',
      stack: expect.stringContaining('log.test.ts'),
      cause: { name: 'TypeError', message: 'inner', code: 'ECONNRESET' },
    },
  });
});

test('fields that JSON cannot express do not throw, and the others are kept', () => {
  const lines: string[] = [];
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const error = new Error('fake');
  error.cause = error;

  createLog((line) => lines.push(line))('error', 'failed', {
    request_id: 'a',
    circular,
    error,
    size: 1n,
  });

  expect(JSON.parse(lines[0] ?? '')).toStrictEqual({
    time: expect.any(String),
    level: 'error',
    message: 'failed',
    request_id: 'a',
    size: '1',
    error: expect.stringContaining('Error: fake\n'),
  });
});

test('an output that cannot be written, or a field that cannot be read, does not throw', () => {
  const log = createLog(() => {
    throw new Error('fake EPIPE');
  });

  expect(() => log('info', 'message')).not.toThrow();
  const unreadable = {
    get size() {
      return expect.fail('cannot be read');
    },
  };
  expect(() => log('info', 'message', unreadable)).not.toThrow();
});
