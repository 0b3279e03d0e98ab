import { gzipSync } from 'node:zlib';
import { endpoints } from '@immersion-tracker/contract';
import type { BrowserContext, Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { useLearners } from '../testing/learners/learners.ts';
import { PASSWORD } from '../testing/trackers/share-tracker.ts';
import { axe } from './testing/axe.ts';
import { DAY, learnerWith, movie, show, twentyMonths } from './testing/history.ts';
import {
  desktop,
  enter,
  overview,
  phone,
  signIn,
  troubleBanner,
  useVisits,
} from './testing/visit.ts';

const visits = useVisits();
const learners = useLearners();
const { tracker } = learners;
const { user } = learnerWith(learners, twentyMonths());

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"><rect width="2" height="3"/></svg>';

/** Answers every request for artwork with a picture. Returns the requests. */
async function serveArtwork(context: BrowserContext) {
  const asked: { url: string; referer: string | undefined }[] = [];
  await context.route(/artwork\.example/, (route, request) => {
    asked.push({ url: request.url(), referer: request.headers().referer });
    return route.fulfill({ contentType: 'image/svg+xml', body: PICTURE });
  });
  return asked;
}

test('axe finds nothing wrong with the sign-in form', async () => {
  const page = await (await visits.newcomer(phone)).newPage();
  await page.goto(tracker.url);
  await page.getByLabel('User').waitFor();

  const empty = await axe(page);
  await enter(page, '');
  await page.getByText('Enter your user name.').waitFor();
  const incomplete = await axe(page);
  await enter(page, user, 'wrong');
  await page.getByText('User or password is wrong.').waitFor();
  const wrong = await axe(page);

  expect({ empty, incomplete, wrong }).toStrictEqual({ empty: [], incomplete: [], wrong: [] });
});

test('axe finds nothing wrong while loading and after an error', async () => {
  const context = await visits.newcomer(phone);
  const released = Promise.withResolvers<void>();
  await context.route('**/history', async (route) => {
    await released.promise;
    await route.abort();
  });
  const page = await signIn(context, tracker.url, user);
  await page.getByText('Loading…').waitFor();

  const loading = await axe(page);
  released.resolve();
  await page.getByRole('alert').waitFor();
  const trouble = await axe(page);

  expect({ loading, trouble }).toStrictEqual({ loading: [], trouble: [] });
});

test('axe finds nothing wrong with the overview, nor with what its buttons show', async () => {
  const context = await visits.newcomer(phone);
  await serveArtwork(context);
  const learner = learnerWith(learners, twentyMonths());
  const goal = { daily_goal_minutes: 30, target_hours: 200, target_date: '2099-12-31' };
  await learner.api.send(endpoints.updateSettings, goal);
  const page = await signIn(context, tracker.url, learner.user);
  await overview(page).waitFor();
  await page.getByRole('button', { name: 'See why' }).click();
  await page.route('**/history', (route) => route.abort());
  await page.getByRole('button', { name: 'Refresh' }).click();
  await troubleBanner(page).waitFor();

  const figures = await axe(page);
  await page.locator('td[data-date]').last().click();
  await page.getByRole('button', { name: 'Table of time by week' }).click();
  await page.locator('.weeks-table').waitFor();
  await page.getByRole('button', { name: 'Table of hours over time' }).click();
  const opener = page.locator('.goal button[aria-expanded]');
  await opener.click();
  await page.getByText('The likely date assumes that you keep your pace').waitFor();
  const shown = await axe(page, '.heatmap-card', '.weeks', '.goal');
  await opener.press('Escape');
  await page.getByText('The likely date assumes').waitFor({ state: 'hidden' });

  expect({ figures, shown }).toStrictEqual({ figures: [], shown: [] });
});

test.each([
  ['desktop', desktop],
  ['phone', phone],
])('on a %s, nothing on the page shifts after it has appeared', async (_, device) => {
  const context = await visits.newcomer(device);
  await serveArtwork(context);
  await context.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources = [] } = entry as PerformanceEntry & {
          value: number;
          sources?: { node?: Element }[];
        };
        shifts.push(`${value} ${sources.map(({ node }) => node?.className).join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const page = await signIn(context, tracker.url, user);
  await overview(page).waitFor();

  await page.reload();
  await overview(page).waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('footer').scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');

  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toStrictEqual([]);
});

test('axe finds nothing wrong with the description of the API, which a phone does not have to scroll sideways', async () => {
  const page = await (await visits.newcomer({ ...phone, colorScheme: 'dark' })).newPage();
  await page.goto(`${tracker.url}/docs`);
  await page.locator('summary').first().click();

  const [content, screen] = await page
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);

  expect(await axe(page)).toStrictEqual([]);
  expect(content).toBe(screen);
});

test('the Tab key reaches everything, and the focus is always visible', async () => {
  const page = await (await visits.newcomer()).newPage();
  await page.goto(tracker.url);
  await page.getByLabel('User').waitFor();
  const unseen: string[] = [];
  /** Presses Tab `steps` times. Returns what gets the focus, and notes what does not show an outline. */
  async function tab(steps: number): Promise<string[]> {
    const reached: string[] = [];
    for (let step = 0; step < steps; step += 1) {
      await page.keyboard.press('Tab');
      const [name, seen] = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element) return ['nothing', false] as const;
        const [label] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
        const text = element.getAttribute('aria-label') ?? label?.textContent;
        // A field's border or a whole row can have the outline in place of what it contains.
        const around = element.closest('.field-box, li');
        const outlined = [element, around].some((one) => {
          const { outlineStyle = '', outlineWidth = '' } = one ? getComputedStyle(one) : {};
          return outlineStyle === 'solid' && outlineWidth === '3px';
        });
        return [text ?? element.textContent, outlined] as const;
      });
      reached.push(name);
      if (!seen) unseen.push(name);
    }
    return reached;
  }

  // The field for the user has the focus already.
  const form = await tab(4);
  await page.getByLabel('User').fill(user);
  await tab(1);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await overview(page).waitFor();
  const figures = await tab(4);

  expect(form).toStrictEqual([
    ...['Password', 'Show the password', 'Stay signed in on this device', 'Sign in'],
  ]);
  // The heading had the focus, so Tab continues below it.
  expect(figures.slice(0, 2)).toStrictEqual(['See why', 'Set a daily goal']);
  expect(unseen).toStrictEqual([]);
});

test('keyboard users never lose the focus', async () => {
  const page = await (await visits.newcomer()).newPage();
  await page.goto(tracker.url);
  const focused = () =>
    page.evaluate(
      () =>
        document.activeElement?.textContent ||
        document.activeElement?.getAttribute('aria-label') ||
        document.activeElement?.getAttribute('name'),
    );

  await enter(page, user, 'wrong');
  await page.getByText('User or password is wrong.').waitFor();
  const afterRefusal = await focused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await overview(page).waitFor();
  const afterSignIn = await focused();
  const answered = page.waitForResponse('**/history');
  await page.getByRole('button', { name: 'Refresh' }).press('Enter');
  await answered;
  const afterRefresh = await focused();
  // While a refresh is under way, the button does nothing.
  await page.locator('.header-refresh[aria-disabled="false"]').waitFor();
  await page.route('**/history', (route) => route.abort());
  await page.getByRole('button', { name: 'Refresh' }).press('Enter');
  await troubleBanner(page).waitFor();
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  const afterRetry = await focused();
  await page.getByRole('link', { name: 'Settings' }).press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await page.getByLabel('User').waitFor();
  const afterSignOut = await focused();

  expect(afterRefusal).toBe('password');
  expect(afterSignIn).toMatch(/^\d+ hours$/);
  expect(afterRefresh).toBe('Refresh');
  expect(afterRetry).toMatch(/^Try/);
  expect(afterSignOut).toBe('username');
});

test('a page whose code cannot be loaded says so, and the others still work', async () => {
  const page = await signIn(await visits.newcomer(), tracker.url, user);
  await overview(page).waitFor();
  await page.route('**/assets/**', (route) => route.abort());

  await page.getByRole('link', { name: 'Watched', exact: true }).click();
  await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor();
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await overview(page).waitFor();
  await page.getByRole('link', { name: 'Watched', exact: true }).click();
  await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor();
  await page.unroute('**/assets/**');
  await page.getByRole('button', { name: 'Reload' }).click();

  await page.locator('.record').first().waitFor();
});

test('artwork is loaded only over HTTPS and without a referrer', async () => {
  const asked: string[] = [];
  const context = await visits.newcomer();
  const requests = await serveArtwork(context);
  context.on('request', (request) => asked.push(request.url()));
  const items = [
    ...show({
      ...{ folder: 'secure', episodes: 3, first: DAY },
      tvdb: { id: 1, name: 'Secure', image: 'https://artwork.example/a.jpg' },
    }),
    ...show({
      ...{ folder: 'plain', episodes: 2, first: DAY },
      tvdb: { id: 2, name: 'Plain', image: 'http://artwork.example/b.jpg' },
    }),
    movie('broken', 'Broken', 'https://127.0.0.1:9/c.jpg', DAY),
    movie('drawn', 'Drawn', `data:image/svg+xml,${encodeURIComponent(PICTURE)}`, DAY),
  ];

  const page = await signIn(context, tracker.url, learnerWith(learners, items).user);
  const pictures = page.locator('.most-time .artwork img, .posters .artwork img');
  await expect
    .poll(() =>
      pictures.evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth)),
    )
    .toStrictEqual([2, 2]);

  expect(requests).toStrictEqual([{ url: 'https://artwork.example/a.jpg', referer: undefined }]);
  expect(
    asked.filter((url) => url.startsWith('http:') && !url.startsWith(tracker.url)),
  ).toStrictEqual([]);
  await page.locator('.artwork', { hasText: 'P' }).first().waitFor();
  await page.locator('.artwork', { hasText: 'B' }).first().waitFor();
});

test('the page works with a policy that forbids other inline code and scripts from other origins', async () => {
  const page = await (await visits.newcomer()).newPage();
  const answers: { path: string; headers: Record<string, string> }[] = [];
  page.on('response', (response) => {
    answers.push({ path: new URL(response.url()).pathname, headers: response.headers() });
  });

  await page.goto(tracker.url);
  await page.getByLabel('User').waitFor();
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          resolve(effectiveDirective),
        );
        const script = document.createElement('script');
        script.textContent = 'document.title = "taken over"';
        document.body.append(script);
      }),
  );
  const complaints = visits.complaints();

  const policy = answers[0]?.headers['content-security-policy'] ?? '';
  expect(policy).not.toContain('unsafe');
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'self' 'sha256-[\w+/=]{44}'; style-src 'self'; img-src 'self' https: data:;/,
  );
  expect(policy).toContain(
    "manifest-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(refused).toBe('script-src-elem');
  expect(complaints).toStrictEqual([expect.stringMatching(/inline script violates/)]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  }
});

test('the first visit loads at most 170 KB of gzipped JavaScript, and each file once', async () => {
  const page = await (await visits.newcomer()).newPage();
  const answers: Response[] = [];
  page.on('response', (response) => answers.push(response));

  await page.goto(tracker.url);
  await enter(page, user);
  await overview(page).waitFor();
  await page.waitForLoadState('networkidle');

  const scripts = answers.filter((answer) => answer.request().resourceType() === 'script');
  const sizes = await Promise.all(
    scripts.map(async (script) => gzipSync(await script.body()).length),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const files = answers
    .map((answer) => new URL(answer.url()).pathname)
    .filter((path) => /\.(html|js|css|svg|png|webmanifest)$/.test(path));
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(170_000);
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toStrictEqual([]);
});
