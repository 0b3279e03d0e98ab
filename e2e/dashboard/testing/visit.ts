import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { USERS } from '../../testing/trackers/local-host.ts';
import { PASSWORD } from '../../testing/trackers/share-tracker.ts';

export const desktop = { viewport: { width: 1280, height: 900 } };
export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export interface Visits {
  /**
   * A fresh browser context, which is closed after the test. Without service workers unless the options allow
   * them, because these answer requests before the test's routes see them.
   */
  newcomer(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** The same, closed after the block, for tests that leave a page as they found it: a page takes long to load. */
  shared(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Takes the errors and warnings of the test's pages so far, so that they do not fail the test. */
  complaints(): string[];
}

/** Lets the tests of the calling block visit pages, and fails a test whose pages log errors or warnings. */
export function useVisits(): Visits {
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  const lasting: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    const address = inject('browser');
    if (address === '') throw new Error('The tests of the dashboard run only on Linux.');
    browser = await chromium.connect(address);
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    contexts = [];
    expect(complaints.splice(0)).toStrictEqual([]);
  });
  afterAll(async () => {
    for (const context of lasting) await context.close();
    await browser?.close();
  });

  async function open(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await browser.newContext({
      locale: 'en-NZ',
      serviceWorkers: 'block',
      ...desktop,
      ...options,
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('console', (message) => {
      // The browser logs every error response, and tests cause some on purpose.
      const expected =
        /^(Failed to load resource|Service Worker registration blocked by Playwright)/;
      if (message.type() !== 'log' && !expected.test(message.text())) {
        complaints.push(message.text());
      }
    });
    return context;
  }

  return {
    async newcomer(options = {}) {
      const context = await open(options);
      contexts.push(context);
      return context;
    },
    async shared(options = {}) {
      const context = await open(options);
      lasting.push(context);
      return context;
    },
    complaints: () => complaints.splice(0),
  };
}

/** Fills in the sign-in form and submits it. */
export async function enter(page: Page, user: string, password = passwordOf(user)): Promise<void> {
  await page.getByLabel('User').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Opens the dashboard as somebody who signed in earlier in this tab. Tests of the form use `enter`. */
export async function signIn(context: BrowserContext, url: string, user = 'alice'): Promise<Page> {
  const page = await context.newPage();
  const login = JSON.stringify({ user, password: passwordOf(user) });
  await page.addInitScript((value) => {
    // Only once, so that whoever signs out stays signed out. A tab keeps its name.
    if (window.name !== '') return;
    window.name = 'signed in';
    sessionStorage.setItem('immersion-tracker.login', value);
  }, login);
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  return page;
}

/** Signs out, which the settings offer. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
}

/** The heading of the overview. */
export const overview = (page: Page) => page.getByRole('heading', { name: /^[\d,]+ hours?$/ });

/** What the page says above an old report that it could not refresh. */
export const troubleBanner = (page: Page) => page.locator('.trouble-banner');

/** Holds every `GET /history` until it is released. `asked` resolves when the request arrives. */
export async function holdHistory(page: Page | BrowserContext) {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await page.route('**/history', async (route) => {
    asked.resolve();
    await released.promise;
    await route.continue();
  });
  return { asked: asked.promise, release: () => released.resolve() };
}

/** Learners share one password. */
const passwordOf = (name: string): string =>
  USERS.find(({ user }) => user === name)?.password ?? PASSWORD;
