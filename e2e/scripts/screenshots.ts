import { join } from 'node:path';
import { type BrowserContextOptions, chromium } from 'playwright-core';
import { startBrowser } from '../dashboard/testing/start-browser.ts';
import { ROOT, startNode } from '../testing/programs/program.ts';

// `npm run screenshots`: writes the README's pictures of the dashboard, with the demo's data.

const pictures: Readonly<Record<string, BrowserContextOptions>> = {
  'dashboard.png': { viewport: { width: 1200, height: 1000 }, colorScheme: 'light' },
  'dashboard-phone.png': {
    viewport: { width: 390, height: 844 },
    ...{ colorScheme: 'dark', deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  },
};

const demo = startNode('demo/src/main.ts', [], {});
const [, address = ''] = await demo.printed(/^ +dashboard +(\S+)$/m);
const [, user = ''] = await demo.printed(/^ +user +(\S+)$/m);
const [, password = ''] = await demo.printed(/^ +password +(\S+)$/m);
const { server, close } = await startBrowser();
const browser = await chromium.connect(server.wsEndpoint());

for (const [file, options] of Object.entries(pictures)) {
  const context = await browser.newContext({ locale: 'en-NZ', ...options });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel('User').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'of immersion' }).waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(ROOT, 'docs/images', file), animations: 'disabled' });
  await context.close();
}

await browser.close();
await close();
demo.kill('SIGTERM');
await demo.finished;
