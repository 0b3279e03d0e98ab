/** Epoch seconds from `start` up to, but not including, `end`. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

export const contains = ({ start, end }: Period, timestamp: number) =>
  start <= timestamp && timestamp < end;

/**
 * Remembers the periods that `find` returned, for few periods and many timestamps. `find` must return
 * the period that contains the timestamp.
 */
export function memoizePeriods<P extends Period>(
  find: (timestamp: number) => P,
): (timestamp: number) => P {
  const seen: P[] = [];
  let last: P | undefined;
  return (timestamp) => {
    if (last === undefined || !contains(last, timestamp)) {
      last = seen.find((period) => contains(period, timestamp));
      if (last === undefined) {
        last = find(timestamp);
        seen.push(last);
      }
    }
    return last;
  };
}
