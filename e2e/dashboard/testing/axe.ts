import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { desktop, phone } from './visit.ts';

/** Minified, since each page has to parse it. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How people see the page. Each look has another size and another colour scheme. */
const LOOKS = [
  { size: desktop.viewport, colorScheme: 'light' },
  { size: phone.viewport, colorScheme: 'dark' },
] as const;

/**
 * The accessibility rules that axe finds broken in these parts of the page, each with the elements that break
 * it, as it looks on a desktop in the light colours and on a phone in the dark ones. Afterwards the page has its
 * old size again, but stays dark.
 */
export async function axe(page: Page, ...parts: string[]): Promise<string[]> {
  const before = page.viewportSize();
  const broken: string[] = [];
  for (const { size, colorScheme } of LOOKS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    broken.push(...(await brokenRules(page, parts)));
  }
  if (before) await page.setViewportSize(before);
  return broken;
}

async function brokenRules(page: Page, parts: readonly string[]): Promise<string[]> {
  if (await page.evaluate(() => !Reflect.has(window, 'axe'))) await page.evaluate(source);
  const { violations }: AxeResults = await page.evaluate(
    // Complete in spite of its options: the page does not use frames, and only broken rules need all their elements.
    (include) =>
      Reflect.get(window, 'axe').run({ include }, { iframes: false, resultTypes: ['violations'] }),
    parts.length === 0 ? ['html'] : parts,
  );
  return violations.map(({ id, nodes }) => {
    const where = nodes.map(({ html, any }) => `${html} ${any.map((check) => check.message)}`);
    return `${id}: ${where.join(' | ')}`;
  });
}
