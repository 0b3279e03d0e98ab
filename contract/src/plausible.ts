/** In epoch seconds, from `from` up to, but not including, `until`. */
interface Span {
  readonly from: number;
  readonly until: number;
}

const UNTIL_2100 = Date.UTC(2100, 0) / 1000;

/** When something can have been watched. */
export const plausibleWatch: Span = { from: 0, until: UNTIL_2100 };

/** What a tracker's clock can say. This code did not exist before. */
export const plausibleClock: Span = { from: Date.UTC(2026, 0) / 1000, until: UNTIL_2100 };

export const isPlausible = (time: number, { from, until }: Span): boolean =>
  from <= time && time < until;

/** The nearest time in the span, in whole seconds if `time` is beyond it. */
export const nearestPlausible = (time: number, { from, until }: Span): number =>
  time < until ? Math.max(time, from) : until - 1;
