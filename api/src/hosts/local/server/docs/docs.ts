import { readFileSync } from 'node:fs';
import { lazy } from '@immersion-tracker/contract';
import openApi from '@immersion-tracker/contract/openapi.json' with { type: 'json' };
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { secured } from '../secured.ts';
import { readDocument } from './document.ts';
import { docsPage } from './page.ts';

/** The page does not use scripts, and its only picture is the dashboard's icon. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The document as this tracker serves it. The committed one lists other servers, to which a reader's
 * tools would send the user's credentials.
 */
const served = { ...openApi, servers: [{ url: './', description: 'This tracker' }] };

/** Serves the OpenAPI document, and a page that describes the API. */
export function createDocs(): Hono {
  const document = lazy(() => JSON.stringify(served));
  const documentation = lazy(() => readDocument(openApi));
  const style = lazy(() => readFileSync(new URL('docs.css', import.meta.url), 'utf8'));
  const protect = secured(POLICY);
  const app = new Hono();
  app.get('/openapi.json', protect, fresh, compress(), (context) =>
    context.body(document(), 200, { 'Content-Type': 'application/json' }),
  );
  app.get('/docs', protect, fresh, compress(), (context) =>
    context.html(docsPage(documentation(), new URL(context.req.url).origin)),
  );
  // The relative links of the page need the path without a slash.
  app.get('/docs/', (context) => context.redirect('../docs'));
  return app.get('/docs.css', protect, fresh, compress(), (context) =>
    context.body(style(), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
}

const fresh = createMiddleware(async (context, next) => {
  await next();
  context.header('Cache-Control', 'no-cache');
});
