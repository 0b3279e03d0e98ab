import openApi from '@immersion-tracker/contract/openapi.json' with { type: 'json' };
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { PublicError } from '../../../../kernel/errors.ts';
import { createApp } from '../app.ts';
import { createDashboard } from '../dashboard.ts';
import { appOptions, asAlice } from '../testing/serve-app.ts';
import { readDocument } from './document.ts';

/** A tracker without a built dashboard, which refuses all credentials. */
const tracker = createApp(
  [],
  async () => {
    throw new PublicError('unauthorized', 'no');
  },
  createDashboard('/nowhere'),
  appOptions(),
);

const page = async (app = tracker, url = '/docs') => (await app.request(url)).text();

test.each([
  ['/docs', 'text/html; charset=UTF-8'],
  ['/docs.css', 'text/css; charset=utf-8'],
  ['/openapi.json', 'application/json'],
])('%s needs neither credentials nor the dashboard, and is secured', async (path, type) => {
  const response = await tracker.request(path);

  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
});

test('the OpenAPI document is that of the contract, with this tracker as its server', async () => {
  const response = await tracker.request('/openapi.json');

  const servers = [{ url: './', description: 'This tracker' }];
  expect(await response.json()).toStrictEqual({ ...openApi, servers });
});

test('the page has only relative links, each fragment exists, and nothing is inline', async () => {
  const text = await page();

  const links = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
  const fragments = links.filter((link) => link.startsWith('#'));
  const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `#${id}`);
  const others = new Set(links.filter((link) => !link.startsWith('#')));
  expect([...others]).toEqual(['favicon.svg', 'docs.css', './', 'openapi.json']);
  expect(ids).toEqual(expect.arrayContaining(fragments));
  expect(new Set(ids).size).toBe(ids.length);
  expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
});

test('a slash at the end leads to the page, also under a path', async () => {
  const response = await tracker.request('/docs/');

  const location = response.headers.get('location') ?? '';
  expect(response.status).toBe(302);
  expect(URL.parse(location, 'https://home.example/tracker/docs/')?.pathname).toBe('/tracker/docs');
});

test('the commands are for the address at which the reader found the page', async () => {
  const text = await page(tracker, 'http://192.0.2.7:8082/docs');

  expect(unescaped(text)).toContain("export TRACKER=http://192.0.2.7:8082 LOGIN='user:password'");
});

test('pages of other apps keep their headers', async () => {
  const other = new Hono().get('/other', (context) => context.text('other'));
  const app = createApp([], asAlice, other, appOptions());

  const response = await app.request('/other');

  expect(response.headers.get('content-security-policy')).toBeNull();
});

describe.each(readDocument(openApi).operations)('$method $path', (operation) => {
  const { id, method, path, summary, request, response, errors } = operation;

  test('is in the index, and has a section with its summary and errors', async () => {
    const text = await page();

    const section = sectionOf(text, id);
    expect(plain(text)).toMatch(new RegExp(`${method} ${path}\\s.*How to call it`, 's'));
    expect(plain(section)).toContain(`${method} ${path}`);
    expect(plain(section)).toContain(summary.replaceAll('`', ''));
    for (const { status, description } of errors) {
      expect(plain(section)).toContain(status);
      for (const paragraph of description.replaceAll('`', '').split('\n\n')) {
        expect(plain(section)).toContain(paragraph);
      }
    }
  });

  test('has its examples', async () => {
    const section = sectionOf(await page(), id);

    const examples = [...section.matchAll(/<pre><code>(.*?)<\/code>/gs)].map(([, example = '']) =>
      JSON.parse(unescaped(example)),
    );
    expect(examples).toStrictEqual([
      ...(request === undefined ? [] : [request.example]),
      response.example,
    ]);
  });
});

test('the page never shows a value that is missing', async () => {
  expect(await page()).not.toMatch(/undefined|\[object /);
});

const sectionOf = (text: string, id: string): string =>
  new RegExp(`<section id="${id}".*?</section>`, 's').exec(text)?.[0] ?? '';

/** What a reader sees, without the order in which lines are broken. */
const plain = (html: string) => unescaped(html.replaceAll(/<[^>]*>/g, '')).replaceAll(/ +/g, ' ');

const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
