import type { Day } from './rhythm.ts';

/** Something to watch. */
export interface Part {
  readonly id: string;
  readonly minutes: number;
}

/** Something that is watched in the order of `position`. */
export interface Queued extends Part {
  /** The show, channel or podcast, whose parts stay in order. */
  readonly series: string;
  readonly position: number;
}

/** Something that is watched on a good day around this one. */
export interface Fixed extends Part {
  readonly daysAgo: number;
}

/** A good day is the one with the most time, of this many. */
const GOOD_OF = 7;
/** The next in the queue are looked at for one that fits what is left of a day. */
const LOOK_AHEAD = 10;
/** In minutes, how much too long fits as well. */
const SLACK = 4;

/**
 * What is watched on each of the days, at least one part on each. Begins with the last day, so that the first ones, and
 * not the recent ones, make up for what does not fit.
 */
export function schedule<Q extends Queued, F extends Fixed>(
  days: readonly Day[],
  queue: readonly Q[],
  fixed: readonly F[],
): { readonly daysAgo: number; readonly parts: readonly (Q | F)[] }[] {
  const fixedByDay = Map.groupBy(fixed, (part) => goodDay(days, part.daysAgo));
  const lastFirst = days.toSorted((a, b) => a.daysAgo - b.daysAgo);
  const waiting = queue.toSorted((a, b) => b.position - a.position);
  let minutesLeft = minutesOf([...queue, ...fixed]);
  return lastFirst.map(({ daysAgo, minutes }, index) => {
    const earlier = lastFirst.slice(index + 1);
    const parts: (Q | F)[] = [...(fixedByDay.get(daysAgo) ?? [])];
    const share = minutes / (minutes + minutesOf(earlier));
    const room = () => minutesLeft * share - minutesOf(parts);
    for (;;) {
      // Each earlier day needs something.
      const isEnough = parts.length > 0 && waiting.length <= earlier.length;
      const next = isEnough ? undefined : choose(waiting, room(), parts.length === 0);
      if (next === undefined) break;
      waiting.splice(waiting.indexOf(next), 1);
      parts.push(next);
    }
    if (earlier.length === 0) parts.push(...waiting);
    minutesLeft -= minutesOf(parts);
    return { daysAgo, parts: parts.reverse() };
  });
}

const minutesOf = (parts: readonly Pick<Part, 'minutes'>[]) =>
  parts.reduce((sum, { minutes }) => sum + minutes, 0);

/** The first part that fits into the room, or the shortest one if there has to be one. */
function choose<Q extends Queued>(waiting: readonly Q[], room: number, isNeeded: boolean) {
  const bySeries = Map.groupBy(waiting.slice(0, LOOK_AHEAD), ({ series }) => series);
  const heads = [...bySeries.values()].flatMap(([head]) => head ?? []);
  const fitting = heads.find(({ minutes }) => minutes <= room + SLACK);
  if (fitting !== undefined || !isNeeded) return fitting;
  return heads.toSorted((a, b) => a.minutes - b.minutes)[0];
}

function goodDay(days: readonly Day[], wanted: number): number {
  const distance = ({ daysAgo }: Day) => Math.abs(daysAgo - wanted);
  const nearest = days.toSorted((a, b) => distance(a) - distance(b)).slice(0, GOOD_OF);
  return nearest.toSorted((a, b) => b.minutes - a.minutes)[0]?.daysAgo ?? wanted;
}
