import type { Receipts } from './receipts.ts';

/**
 * Returns a function that tells whether an undo of this receipt has begun. It can be asked thousands of
 * times: it lists the folder each time, but reads only receipts that are new.
 */
export function takenBack(
  { read }: Pick<Receipts, 'read'>,
  receipt: string | undefined,
): () => Promise<boolean> {
  const seen = new Set<string>();
  let isTakenBack = false;
  return async () => {
    if (receipt === undefined || isTakenBack) return isTakenBack;
    // An undo comes after what it takes back.
    const { kept } = await read((id) => id > receipt && !seen.has(id));
    for (const { id } of kept) seen.add(id);
    isTakenBack = kept.some(({ takes_back }) => takes_back?.receipt === receipt);
    return isTakenBack;
  };
}
