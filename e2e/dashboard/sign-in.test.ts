import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { basicAuthorization } from '@immersion-tracker/contract';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type secretOf,
  startTracker,
  type Tracker,
  USERS,
} from '../testing/trackers/local-host.ts';
import { PASSWORD } from '../testing/trackers/share-tracker.ts';
import { enter, signIn, signOut, useVisits } from './testing/visit.ts';

/** Users whose passwords the tests change. */
const BARRED = [
  { user: 'carol', password: PASSWORD },
  { user: 'dave', password: PASSWORD },
];

const visits = useVisits();
let tracker: Tracker;
beforeAll(async () => {
  tracker = await startTracker({ users: [...USERS, ...BARRED] });
});
afterAll(() => tracker?.remove());

const way = 'Sign in to see how far you have come';
const inside = 'Your first hour is ahead';

async function sees(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
}

async function opened(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(tracker.url);
  return page;
}

/** Everything that the browser stores for the page. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    session: Object.values({ ...sessionStorage }),
    lasting: Object.values({ ...localStorage }),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));

/** Changes a password, as `npm run user` does, and waits until the tracker has noticed. */
async function changePassword(user: string, password: string): Promise<void> {
  const file = join(tracker.dataDir, 'secret.json');
  const secret: ReturnType<typeof secretOf> = JSON.parse(readFileSync(file, 'utf8'));
  const users = [...secret.users.filter((other) => other.user !== user), { user, password }];
  writeFileSync(file, JSON.stringify({ ...secret, users }));
  const headers = { Authorization: basicAuthorization(user, password) };
  const status = async () => (await fetch(`${tracker.url}/settings`, { headers })).status;
  await expect.poll(status).toBe(200);
}

const nothing = { session: [], lasting: [], cookies: '', databases: 0, caches: 0 };

test('a user with a non-ASCII name and password signs in', async () => {
  const page = await opened(await visits.newcomer());

  await enter(page, 'やまだ さん');

  await sees(page, inside);
});

test('after a wrong password, the page says so, and the user can try again', async () => {
  const page = await opened(await visits.newcomer());

  await enter(page, 'alice', 'wrong');
  await page.getByRole('alert').getByText('User or password is wrong.').waitFor();
  const keptAfterwards = await kept(page);
  await enter(page, 'alice');

  await sees(page, inside);
  expect(keptAfterwards).toStrictEqual(nothing);
});

test('an incomplete form says what is missing, and focuses its field', async () => {
  const page = await opened(await visits.newcomer());

  for (const [user, password, field, message] of [
    ['', 'x', 'User', 'Enter your user name.'],
    ['a:b', 'x', 'User', 'A user name cannot contain a colon.'],
    ['alice', '', 'Password', 'Enter your password.'],
  ] as const) {
    await enter(page, user, password);
    await page.getByText(message).waitFor();
    const input = page.getByLabel(field, { exact: true });
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await input.getAttribute('aria-invalid')).toBe('true');
  }
});

test('a login outlives a reload, but not the browser session', async () => {
  const context = await visits.newcomer();
  const page = await signIn(context, tracker.url);
  const login = JSON.stringify({ user: 'alice', password: 'fake-password' });

  await page.reload();
  await sees(page, inside);
  const keptByTab = await kept(page);
  const next = await opened(context);

  await sees(next, way);
  expect(keptByTab).toStrictEqual({ ...nothing, session: [login] });
});

test('a user who chose to stay signed in is still signed in when the browser is opened again', async () => {
  const first = await visits.newcomer();
  const page = await opened(first);
  await page.getByLabel('Stay signed in on this device').check();
  await enter(page, 'alice');
  await sees(page, inside);

  const second = await visits.newcomer({ storageState: await first.storageState() });

  await sees(await opened(second), inside);
});

test('signing out removes everything from the browser, in all tabs', async () => {
  const context = await visits.newcomer();
  const [one, two] = [await opened(context), await opened(context)];
  await one.getByLabel('Stay signed in on this device').check();
  await enter(one, 'alice');
  await enter(two, 'bob');
  await sees(one, inside);
  await sees(two, inside);

  await signOut(two);

  for (const page of [one, two]) {
    await sees(page, way);
    expect(await kept(page)).toStrictEqual(nothing);
    expect(await page.getByLabel('User').inputValue()).toBe('');
    await page.reload();
    await sees(page, way);
  }
});

test('a user whose password was changed is asked to sign in again, and can', async () => {
  const page = await signIn(await visits.newcomer(), tracker.url, 'carol');
  await sees(page, inside);
  await changePassword('carol', 'fake-new-password');

  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText('is no longer valid').waitFor();
  const keptAfterwards = await kept(page);
  const userAfterwards = await page.getByLabel('User').inputValue();
  await page.getByLabel('Password', { exact: true }).fill('fake-new-password');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await sees(page, inside);
  expect(keptAfterwards).toStrictEqual(nothing);
  expect(userAfterwards).toBe('carol');
});

test('an old login that is refused in one tab does not remove the new one of another tab', async () => {
  const context = await visits.newcomer();
  const old = await signIn(context, tracker.url, 'dave');
  await sees(old, inside);
  await changePassword('dave', 'fake-new-password');
  const other = await context.newPage();
  await other.goto(tracker.url);
  await other.getByLabel('Stay signed in on this device').check();
  await enter(other, 'dave', 'fake-new-password');
  await sees(other, inside);

  await old.getByRole('button', { name: 'Refresh' }).click();
  await sees(old, inside);
  await other.reload();

  await sees(other, inside);
});

// This must be the last test, since it stops the tracker that all share.
test('the form tells a tracker that is down from a wrong password', async () => {
  const page = await opened(await visits.newcomer());
  await page.getByLabel('User').waitFor();
  await tracker.stop();

  await enter(page, 'alice');

  await page.getByRole('alert').getByText('cannot be reached').waitFor();
});
