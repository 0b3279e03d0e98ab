import { largest } from '@immersion-tracker/contract';
import { useFormats } from '../text/use-formats.ts';
import type { Bar, Chart } from './periods.ts';
import { labelled, type Scale } from './scale.ts';

const HOUR = 3600;
/** Pixels that a label needs for each character, and for the space beside it. */
const CHARACTER = 6.6;
const SPACE = 6;

/** The lines of round hours or minutes. */
export function Ticks({ scale: { top, ticks } }: { readonly scale: Scale }) {
  const { number, aDay } = useFormats();
  const inHours = ticks.every((tick) => tick % HOUR === 0);
  return (
    <div className="weeks-ticks" aria-hidden="true">
      {ticks.map((tick) => (
        <div key={tick} style={{ bottom: `${(tick / top) * 100}%` }}>
          {inHours || tick === 0 ? (
            <span className="weeks-tick-name">
              {number(tick / HOUR)}
              {tick > 0 && <span className="weeks-unit"> h</span>}
            </span>
          ) : (
            <span className="weeks-tick-name">{aDay(tick / 60)}</span>
          )}
        </div>
      ))}
    </div>
  );
}

/** The names of the periods, as many as fit `width` pixels. */
export function Periods({ chart, isAll, width }: PeriodsProps) {
  const { unit, bars } = chart;
  const { shortDate, shortMonth } = useFormats();
  const yearOf = ({ first }: Bar) => first.slice(0, 4);
  const inShort = unit === 'week' ? shortDate : shortMonth;
  const latest = bars.length - 1;
  const names = bars.map((bar, index) => {
    if (index === latest) return 'Now';
    return isAll ? yearOf(bar) : inShort(bar.first);
  });
  // If bars are named only by their year, its first bar has the name.
  const named = [...bars.entries()].flatMap(([index, bar]) => {
    const before = bars[index - 1];
    const isRepeated = isAll && before !== undefined && yearOf(before) === yearOf(bar);
    return isRepeated && index < latest ? [] : [index];
  });
  const longest = largest(names.map(({ length }) => length));
  const gap = ((longest * CHARACTER + SPACE) * bars.length) / Math.max(1, width);
  return (
    <div className="weeks-periods" aria-hidden="true">
      {labelled(named, gap).map((index) => {
        return (
          <span
            key={bars[index]?.first}
            data-now={index === latest}
            style={{ left: `${((index + 0.5) / bars.length) * 100}%` }}
          >
            {names[index]}
          </span>
        );
      })}
    </div>
  );
}

interface PeriodsProps {
  readonly chart: Chart;
  readonly isAll: boolean;
  readonly width: number;
}
