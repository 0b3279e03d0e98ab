import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { curlCommand } from './curl.ts';
import type { Operation, Parameter } from './document.ts';

const operation: Operation = {
  ...{ method: 'GET', path: '/things', id: 'things', summary: '', description: undefined },
  ...{ parameters: [], request: undefined, response: { schema: {}, example: {} }, errors: [] },
};
const takes = (example: Operation['response']['example']) => ({ schema: {}, example });
const parameter = (name: string, more: Partial<Parameter>): Parameter => ({
  ...{ in: 'query', name, required: false, schema: {}, ...more },
});

test.each<[string, Partial<Operation>, string[]]>([
  ['a GET', {}, ['http://t/things']],
  [
    'a POST with a body that has quotes',
    { method: 'POST', request: takes({ name: "L'été $HOME" }) },
    ['http://t/things', '-d', '{"name":"L\'été $HOME"}'],
  ],
  ['a POST without a body', { method: 'POST' }, ['-X', 'POST', 'http://t/things']],
  ['a PUT', { method: 'PUT', request: takes({}) }, ['-X', 'PUT', 'http://t/things', '-d', '{}']],
  [
    'required parameters',
    {
      parameters: [
        parameter('type', { required: true, schema: { enum: ['series', 'movie'] } }),
        parameter('query', { required: true, schema: { example: 'Oshi no "Ko" $(id)' } }),
        parameter('word', { required: true }),
        parameter('limit', { schema: { example: 50 } }),
      ],
    },
    ['http://t/things?type=series&query=Oshi+no+%22Ko%22+%24%28id%29&word=word'],
  ],
])('a shell understands the command of %s', (_, parts, args) => {
  const command = curlCommand({ ...operation, ...parts });

  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { LOGIN: 'alice:pass word', TRACKER: 'http://t' };
  const called = execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0');
  expect(called).toEqual(['-u', 'alice:pass word', ...args, '']);
});
