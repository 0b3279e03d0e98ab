import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dashboardPolicy } from '../../../settings.ts';
import { createApp } from './app.ts';
import { createDashboard } from './dashboard.ts';
import { appOptions, asAlice } from './testing/serve-app.ts';

let temporary: string;
let folder: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'dashboard-test-'));
  folder = join(temporary, 'dist');
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

/** Writes a built dashboard in which each kind of file occurs. */
function build(): void {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'sw.js'), '/* worker */');
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}');
  writeFileSync(join(folder, 'assets/index-4f2a.js'), `/* ${'x'.repeat(5000)} */`);
}

/** A tracker with one route, which logs into `logged`. */
const tracker = (logged: unknown[] = []) =>
  createApp(
    [
      {
        endpoint: endpoints.getProgress,
        route: async () => ({ status: 200, headers: {}, body: '{}' }),
      },
    ],
    asAlice,
    createDashboard(folder),
    appOptions({
      log: (_level, message, fields) => logged.push([message, fields?.path, fields?.status]),
    }),
  );

test.each(['/', '/index.html'])('%s is the page, which browsers revalidate', async (path) => {
  build();

  const response = await tracker().request(path);

  expect(await response.text()).toContain('<title>page</title>');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': expect.stringContaining("connect-src 'self';"),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
});

test('a file with a hash in its name is cached for good, and compressed', async () => {
  build();
  const headers = { 'Accept-Encoding': 'gzip, deflate, br' };

  const response = await tracker().request('/assets/index-4f2a.js', { headers });

  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': expect.stringContaining('text/javascript'),
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
  });
  expect((await response.arrayBuffer()).byteLength).toBeLessThan(500);
});

test.each([
  ['/sw.js', 'text/javascript'],
  ['/manifest.webmanifest', 'application/manifest+json'],
])('%s is revalidated too, and has the type that browsers ask for', async (path, type) => {
  build();

  const response = await tracker().request(path);

  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': expect.stringContaining(type),
    'cache-control': 'no-cache',
    'content-security-policy': expect.stringContaining(
      "manifest-src 'self'; worker-src 'self'; connect-src 'self';",
    ),
  });
});

test('the page gets the API’s URL', async () => {
  build();

  const response = await tracker().request('/config.json');

  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(await response.json()).toStrictEqual({ api_url: './' });
});

test.each([
  '/assets/gone.js',
  '/assets',
  '/..%2fsecret.json',
  '/%2e%2e%2fsecret.json',
  '/assets/..%5c..%5csecret.json',
  '/assets/..%2f..%2fsecret.json',
])('%s answers 404, and files outside the folder cannot be read', async (path) => {
  build();
  writeFileSync(join(folder, '../secret.json'), 'fake-secret');

  const response = await tracker().request(path);

  expect(response.status).toBe(404);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.json()).toMatchObject({ code: 'not_found' });
});

test('a dashboard that is not built says how to build it', async () => {
  const response = await tracker().request('/');

  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    code: 'not_found',
    message: expect.stringContaining('npm run build'),
  });
});

test('a visit of the page logs only the API requests, and files that fail', async () => {
  build();
  const logged: unknown[] = [];
  const visited = tracker(logged);

  for (const path of ['/', '/assets/index-4f2a.js', '/config.json', '/healthz', '/progress']) {
    expect((await visited.request(path)).status).toBe(200);
  }
  await visited.request('/assets/gone.js');

  expect(logged).toStrictEqual([
    ['request', '/progress', 200],
    ['request', '/assets/gone.js', 404],
  ]);
});

test('the policy allows exactly the page’s inline script', () => {
  const page = readFileSync(new URL('../../../../../web/index.html', import.meta.url), 'utf8');
  const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => {
    return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  });

  expect(dashboardPolicy()).toContain(`script-src 'self' ${scripts.join(' ')};`);
});
