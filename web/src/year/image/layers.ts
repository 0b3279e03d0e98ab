import { byKind, type KindId, largest } from '@immersion-tracker/contract';
import type { KindSums } from '../../days/days.ts';

/** One medium's wave. */
export interface Layer {
  readonly kind: KindId;
  /** How high its upper edge is at evenly spaced places, from 0 to 1. It stands on the layer before it. */
  readonly tops: readonly number[];
}

/** With fewer weeks that have something, waves would only be spikes. */
const LEAST_WEEKS = 4;

/** How much the weeks around a week count: a bell without corners. */
const BELL = [1, 4, 6, 4, 1] as const;

/** The weeks as waves that stand on one another. They are decoration, so they are smoothed and have no scale. */
export function layersOf(weeks: readonly KindSums[], kinds: readonly KindId[]): readonly Layer[] {
  const isBusy = (week: KindSums) => kinds.some((kind) => week[kind] > 0);
  if (weeks.filter(isBusy).length < LEAST_WEEKS) return calmLayers(kinds);
  const smooth = smoothed(weeks);
  const stacked = kinds.map((kind, index) => ({
    kind,
    tops: smooth.map((week) => kinds.slice(0, index + 1).reduce((sum, one) => sum + week[one], 0)),
  }));
  const highest = largest(stacked.at(-1)?.tops ?? []);
  return stacked.map(({ kind, tops }) => ({ kind, tops: tops.map((top) => top / highest) }));
}

function smoothed(weeks: readonly KindSums[]): readonly KindSums[] {
  const weight = BELL.reduce((sum, part) => sum + part, 0);
  return weeks.map((_, index) =>
    byKind(({ id }) =>
      BELL.reduce((sum, part, place) => {
        const near = Math.min(weeks.length - 1, Math.max(0, index + place - 2));
        return sum + (part * (weeks[near]?.[id] ?? 0)) / weight;
      }, 0),
    ),
  );
}

/** Gentle waves that say nothing but which media there are. */
function calmLayers(kinds: readonly KindId[]): readonly Layer[] {
  return kinds.map((kind, index) => ({
    kind,
    tops: Array.from({ length: 49 }, (_, place) => {
      const swell = Math.sin((place / 48) * Math.PI * 8 + index * 0.9);
      return 0.25 + index * 0.12 + swell * 0.06;
    }),
  }));
}
