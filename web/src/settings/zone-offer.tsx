import type { Report } from '../tracker/tracker.ts';

export function ZoneOffer(_: { readonly report: Report }) {
  return null;
}
