import { ApiError } from './client.ts';

/** More pages than a lifetime of records has: `GET /watched` sends two million in that many. */
export const MOST_PAGES = 10_000;

/**
 * The pages of a list, each requested once the one before is used. `get` requests the page after a cursor.
 * Throws `ApiError` if the list never ends: if a cursor returns, or after 10,000 pages.
 */
export async function* allPages<Page extends { readonly next: string | null }>(
  get: (before: string | undefined) => Promise<Page>,
): AsyncGenerator<Page, void> {
  const cursors = new Set<string>();
  let before: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = await get(before);
    yield page;
    if (page.next === null) return;
    if (cursors.has(page.next)) break;
    cursors.add(page.next);
    before = page.next;
  }
  throw new ApiError(200, {
    message: 'The tracker sends a list that never ends. Check the address.',
  });
}
