import type { Reversal } from '../../receipts/receipt.ts';

/** What takes changes back, and what cannot be taken back, in words. */
export interface Reversed {
  readonly reversals: readonly Reversal[];
  readonly cannot: readonly string[];
}

export const NOTHING: Reversed = { reversals: [], cannot: [] };
