import { IconCheck } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { totalSeconds } from '../days/days.ts';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import type { History } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';
import { TableSwitch } from '../ui/chart.tsx';
import { CHART_TITLE, GoalChart } from './chart/goal-chart.tsx';
import { RangeNote } from './range-note.tsx';
import { goalWords } from './words/goal-words.ts';
import type { Line, Part } from './words/line.ts';

const SETTINGS = hashOf({ page: 'settings' });

export interface GoalShownProps {
  readonly history: History;
  /** Whether to focus the link to the settings. */
  readonly focus: boolean;
}

export function GoalShown({ history, focus }: GoalShownProps) {
  const formats = useFormats();
  const [asTable, setAsTable] = useState(false);
  const edit = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (focus) edit.current?.focus();
  }, [focus]);
  const { goal } = history;
  const words = useMemo(() => goalWords(history, formats), [history, formats]);
  const { headline, note, range, drawing, lines } = words;
  return (
    <Card
      className="goal"
      title={goal === null ? 'All time' : 'Goal'}
      aside={
        <div className="goal-aside">
          {drawing === 'curve' && (
            <TableSwitch title={CHART_TITLE} asTable={asTable} onChange={setAsTable} />
          )}
          <a ref={edit} className="text-link" href={SETTINGS}>
            {goal === null ? 'Set a goal' : 'Edit'}
          </a>
        </div>
      }
    >
      {headline !== undefined && <p className="headline">{headline}</p>}
      {note !== undefined && <p className="goal-note soft">{note}</p>}
      {range !== undefined && <RangeNote range={range} />}
      {drawing === 'curve' ? (
        <GoalChart history={history} asTable={asTable} />
      ) : (
        <Bar seconds={totalSeconds(history.days)} hours={goal?.target_hours ?? null} />
      )}
      {lines.length > 0 && (
        <div className="goal-lines">
          {lines.map((line) => (
            <Words key={line.parts.map(textOf).join('')} line={line} />
          ))}
        </div>
      )}
    </Card>
  );
}

interface BarProps {
  readonly seconds: number;
  /** The target; null without one. */
  readonly hours: number | null;
}

/** The hours so far, before there is a curve. */
function Bar({ seconds, hours }: BarProps) {
  const [first = '', ...rest] = useFormats().length(seconds).split(/\s/);
  return (
    <div className="goal-so-far">
      <p>
        <strong>{first}</strong> {rest.join(' ')} so far
      </p>
      {hours !== null && (
        <div className="goal-bar" aria-hidden="true">
          <div style={{ width: `${Math.min(100, (seconds / (hours * 3600)) * 100)}%` }} />
        </div>
      )}
    </div>
  );
}

function Words({ line: { parts, isGood } }: { readonly line: Line }) {
  return (
    <p data-good={isGood}>
      {isGood && <IconCheck className="goal-check" size={18} stroke={2.5} aria-hidden />}
      <span>
        {parts.map((part) => {
          const text = textOf(part);
          if (typeof part === 'string') return <span key={text}>{text}</span>;
          if ('strong' in part) return <strong key={text}>{text}</strong>;
          return (
            <a key={text} className="text-link" href={SETTINGS}>
              {text}
            </a>
          );
        })}
      </span>
    </p>
  );
}

function textOf(part: Part): string {
  if (typeof part === 'string') return part;
  return 'strong' in part ? part.strong : part.link;
}
