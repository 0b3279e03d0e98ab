import { mediaKinds } from '@immersion-tracker/contract';
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useState } from 'react';
import { inColourOf } from '../kinds/looks.ts';
import { useFormats } from '../text/use-formats.ts';
import type { Bar, Chart } from './periods.ts';
import type { Scale } from './scale.ts';
import { barName } from './words.ts';

export interface BarsProps {
  readonly title: string;
  readonly chart: Chart;
  readonly scale: Scale;
  /** The index of the bar to which somebody points. */
  readonly pointed: number | undefined;
  /** Called with the index of the bar under the mouse. */
  onHover(index: number | undefined): void;
  /** Called with the index of the bar that has the focus, or was touched. */
  onChoose(index: number | undefined): void;
}

/** The bars, which are one tab stop: the arrow keys lead from one to the next. */
export const Bars = memo(function Bars(props: BarsProps) {
  const { title, chart, scale, pointed, onHover, onChoose } = props;
  const { bars } = chart;
  const formats = useFormats();
  const names = useMemo(
    () => chart.bars.map((bar) => barName(bar, chart, formats)),
    [chart, formats],
  );
  const [visited, setVisited] = useState<number>();
  const [growing, setGrowing] = useState(true);
  const latest = bars.length - 1;
  const tabStop = Math.min(visited ?? latest, latest);

  function press(event: KeyboardEvent<HTMLElement>) {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: Math.max(0, tabStop - 1),
      ArrowRight: Math.min(latest, tabStop + 1),
      Home: 0,
      End: latest,
    };
    const next = moves[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  }

  function point({ currentTarget, clientX, pointerType }: PointerEvent<HTMLElement>) {
    const { left, width } = currentTarget.getBoundingClientRect();
    const index = Math.floor(((clientX - left) / width) * bars.length);
    const nearest = Math.min(Math.max(index, 0), latest);
    if (pointerType === 'mouse') onHover(nearest);
    else onChoose(nearest);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div
      className="weeks-bars"
      role="group"
      aria-label={title}
      data-growing={growing}
      onAnimationEnd={() => setGrowing(false)}
      onKeyDown={press}
      onBlur={() => onChoose(undefined)}
      onPointerDown={point}
      onPointerMove={point}
      onPointerLeave={() => onHover(undefined)}
    >
      {bars.map((bar, index) => (
        <button
          key={bar.first}
          type="button"
          tabIndex={index === tabStop ? 0 : -1}
          aria-label={names[index]}
          data-pointed={index === pointed}
          onFocus={() => {
            setVisited(index);
            onChoose(index);
          }}
        >
          <Stack bar={bar} top={scale.top} />
        </button>
      ))}
    </div>
  );
});

function Stack({ bar, top }: { readonly bar: Bar; readonly top: number }) {
  return (
    <span className="weeks-stack" style={{ height: `${(bar.total / top) * 100}%` }}>
      {mediaKinds
        .filter(({ id }) => bar.seconds[id] > 0)
        .map(({ id }) => (
          <span key={id} style={{ ...inColourOf(id), flexGrow: bar.seconds[id] }} />
        ))}
    </span>
  );
}
