import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { DASHBOARD_CONFIG_FILE, type DashboardConfig } from '@immersion-tracker/contract';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { PublicError } from '../../../kernel/errors.ts';
import { dashboardPolicy } from '../../../settings.ts';
import { secured } from './secured.ts';

/** Where `npm run build` puts the dashboard. */
export const DASHBOARD = fileURLToPath(new URL('../../../../../web/dist', import.meta.url));

/** Serves the dashboard's files, and where to find this host's API. */
export function createDashboard(folder: string): Hono {
  const app = new Hono();
  if (!existsSync(join(folder, 'index.html'))) {
    return app.get('/', () => {
      const message =
        'The dashboard is not built. Run npm run build, then start the tracker again.';
      throw new PublicError('not_found', message);
    });
  }
  app.use(secured(dashboardPolicy("'self'")), cached, compress());
  app.get(`/${DASHBOARD_CONFIG_FILE}`, (context) =>
    context.json({ api_url: './' } satisfies DashboardConfig),
  );
  return app.get('*', serveStatic({ root: folder }));
}

const cached = createMiddleware(async (context, next) => {
  await next();
  if (!context.res.ok) return;
  // The names of assets contain a hash of their content.
  const asset = context.req.path.startsWith('/assets/');
  context.header('Cache-Control', asset ? 'public, max-age=31536000, immutable' : 'no-cache');
});
