import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';

/** Protects a page in a browser, with its Content-Security-Policy. */
export function secured(policy: string): MiddlewareHandler {
  const headers = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
  return createMiddleware(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  });
}
