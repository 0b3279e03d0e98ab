import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The accessibility rules that axe finds broken in these parts of the page, each with the elements that break it. */
export async function axe(page: Page, ...parts: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  for (const part of parts) builder.include(part);
  // Faster, and complete: the page does not use frames, and only broken rules need their elements listed.
  const { violations } = await builder
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => {
    const where = nodes.map(({ html, any }) => `${html} ${any.map((check) => check.message)}`);
    return `${id}: ${where.join(' | ')}`;
  });
}
