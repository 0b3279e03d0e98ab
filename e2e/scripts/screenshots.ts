import { join } from 'node:path';
import { type BrowserContextOptions, chromium } from 'playwright-core';
import { startBrowser } from '../dashboard/testing/start-browser.ts';
import { ROOT, startNode } from '../testing/programs/program.ts';

// `npm run screenshots`: writes the README's pictures of the dashboard, with the demo's data. Both end before the
// first title in Japanese, because the machine that takes them may not have a font for it.

interface Picture {
  readonly options: BrowserContextOptions;
  /** The headings of the first and the last card in the picture. Without a first one, it begins with the page. */
  readonly from?: string;
  readonly to: string;
}

const pictures: Readonly<Record<string, Picture>> = {
  'dashboard.png': {
    options: { viewport: { width: 1200, height: 1000 }, colorScheme: 'light' },
    to: 'The last 12 months',
  },
  'dashboard-phone.png': {
    options: {
      viewport: { width: 390, height: 1700 },
      ...{ colorScheme: 'dark', deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
    from: 'Goal',
    to: 'The last 12 months',
  },
};

/** How much of the page to show around the cards, in pixels. */
const MARGIN = 8;

const demo = startNode('demo/src/main.ts', [], {});
const [, address = ''] = await demo.printed(/^ +dashboard +(\S+)$/m);
const [, user = ''] = await demo.printed(/^ +user +(\S+)$/m);
const [, password = ''] = await demo.printed(/^ +password +(\S+)$/m);
const { server, close } = await startBrowser();
const browser = await chromium.connect(server.wsEndpoint());

for (const [file, { options, from, to }] of Object.entries(pictures)) {
  const context = await browser.newContext({ locale: 'en-NZ', ...options });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel('User').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const edges = async (name: string) => {
    const card = page.getByRole('region', { name, exact: true });
    const { y = 0, height = 0 } = (await card.boundingBox()) ?? {};
    return { top: y - MARGIN, bottom: y + height + MARGIN };
  };
  await page.getByRole('heading', { name: to }).waitFor();
  await page.mouse.move(0, 0);
  const top = from === undefined ? 0 : (await edges(from)).top;
  const { bottom } = await edges(to);
  const { width = 0 } = page.viewportSize() ?? {};
  await page.screenshot({
    path: join(ROOT, 'docs/images', file),
    animations: 'disabled',
    clip: { x: 0, y: top, width, height: bottom - top },
  });
  await context.close();
}

await browser.close();
await close();
demo.kill('SIGTERM');
await demo.finished;
