import { type Endpoint, endpoints, fromEntries } from '@immersion-tracker/contract';
import fc from 'fast-check';
import * as z from 'zod';
import type { Random } from '../random.ts';
import { type JsonSchema, type Vocabulary, valuesOf } from './arbitrary.ts';

export const allEndpoints: readonly Endpoint[] = Object.values(endpoints);

/** The schema of a body or a query. An endpoint that does not take anything gets an empty object. */
function schemaOf({ request }: Endpoint): JsonSchema {
  if (request instanceof z.ZodUndefined) return { type: 'object', properties: {} };
  // Without the names of schemas, which would become references.
  const metadata = z.registry<{ id?: string | undefined }>();
  return z.toJSONSchema(request, { io: 'input', unrepresentable: 'any', metadata });
}

/** The longest query in characters, so that it fits the head of a request. */
const LONGEST_QUERY = 8000;

export type Sort = 'valid' | 'almost valid' | 'garbage';

/** A request to an endpoint that fits its schema, has one mistake, or is anything at all. */
export function makeRequest(endpoint: Endpoint, sort: Sort, words: Vocabulary, random: Random) {
  const { method, path } = endpoint;
  const valid = random.draw(valuesOf(schemaOf(endpoint), words));
  const value = sort === 'valid' ? valid : damaged(valid, random);
  if (method === 'GET') {
    const query =
      sort === 'garbage' ? random.draw(garbageQuery) : `${new URLSearchParams(flat(value))}`;
    return { method, target: query === '' ? path : `${path}?${query.slice(0, LONGEST_QUERY)}` };
  }
  if (sort !== 'garbage') return { method, target: path, body: JSON.stringify(value) ?? '' };
  const text = JSON.stringify(valid);
  const body = random.pick<() => string | Uint8Array>([
    () => text.slice(0, random.int(0, text.length)),
    () => random.draw(fc.json()),
    () => random.draw(fc.uint8Array({ maxLength: 200 })),
    () => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xfe, 0x7d])]),
    () => `\uFEFF${text}`,
    () => '['.repeat(random.int(1, 50_000)),
    () => `{"${'a'.repeat(random.int(1, 100_000))}":1}`,
  ])();
  const headers = random.pick<Readonly<Record<string, string>>>([
    {},
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'multipart/form-data; boundary=x' },
    { 'Content-Encoding': 'gzip' },
    { 'X-HTTP-Method-Override': 'DELETE' },
  ]);
  return { method, target: path, body, headers };
}

/** A request that does not fit any endpoint, or only at first glance. */
export function makeStray({ method, path }: Endpoint, random: Random) {
  const others = ['DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'get'];
  const strayPath = random.pick([
    ...[`${path}/`, `/${path}`, `${path}%00`, `${path}/../..${path}`, `${path};a=b`],
    ...[path.toUpperCase(), '/%', '/%e0%a4%a', '/..%2f..%2fsecret.json'],
    ...['//example.com/shows', '/.env'],
  ]);
  return random.chance(0.5)
    ? { method: random.pick(others), target: path }
    : { method, target: strayPath, ...(method !== 'GET' && { body: '{}' }) };
}

const garbageQuery = fc.oneof(
  fc.webQueryParameters(),
  fc.constantFrom('%', '&&&', '=', '%ff%fe=%ff', 'before=%00', 'limit=1&limit=2', '__proto__=1'),
);

/** Values that programs often stumble over. */
const HOSTILE: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, 2 ** 53, 2 ** 32, -(2 ** 31)],
  ...['', ' ', '\0', '\ud800', '\u202e', 'İ'],
  ...['🏳️‍🌈'.repeat(100), 'x'.repeat(1025), 'x'.repeat(100_000)],
  ...['__proto__', 'constructor', '../../etc/passwd', "'; DROP TABLE items; --", '%s%n', '$ne'],
  ...['SETTINGS', 'EPISODE#', 'EPISODE##', 'SHOW#', '2026-02-30', '24:00', 'NaN'],
  ...[[], {}, [[[[[]]]]], { $ne: null }, JSON.parse('{"__proto__":{"a":1}}')],
];

/** The same value with one part replaced, left out or added. */
function damaged(value: unknown, random: Random): unknown {
  const bad = random.pick(HOSTILE);
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.2)) return [...value, bad];
    const index = random.int(0, value.length - 1);
    return value.map((part, at) => (at === index ? damaged(part, random) : part));
  }
  if (typeof value !== 'object' || value === null || random.chance(0.1)) return bad;
  const entries = Object.entries(value);
  if (entries.length === 0 || random.chance(0.1)) return { ...value, [`${bad}`]: bad };
  const [name] = random.pick(entries);
  if (random.chance(0.2)) return Object.fromEntries(entries.filter(([other]) => other !== name));
  return Object.fromEntries(
    entries.map(([other, part]) => [other, other === name ? damaged(part, random) : part]),
  );
}

const flat = (value: unknown): Record<string, string> =>
  fromEntries(
    Object.entries(Object(value)).map(([name, part]) => {
      return [name, typeof part === 'string' ? part : `${JSON.stringify(part)}`] as const;
    }),
  );
