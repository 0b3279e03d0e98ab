import type { Report } from '../tracker/tracker.ts';
import type { Collection } from '../view-model/collections.ts';

export interface OverviewProps {
  readonly report: Report;
  readonly collections: readonly Collection[];
}
