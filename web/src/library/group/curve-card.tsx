import type { KindId } from '@immersion-tracker/contract';
import { useMemo, useState } from 'react';
import { calendarOf } from '../../days/day-of.ts';
import { inColourOf } from '../../kinds/looks.ts';
import { useFormats } from '../../text/use-formats.ts';
import type { History, WatchedRecord } from '../../tracker/tracker.ts';
import { Card } from '../../ui/card.tsx';
import { ChartTable, TableSwitch } from '../../ui/chart.tsx';
import { useSize } from '../../ui/use-size.ts';
import { curveOf } from './curve.ts';
import { CurvePicture } from './curve-picture.tsx';

const TITLE = 'Your hours with it';

export interface CurveCardProps {
  readonly kind: KindId;
  readonly records: readonly WatchedRecord[];
  readonly history: History;
}

/** How the hours with a show, movie, channel or podcast added up. */
export function CurveCard({ kind, records, history }: CurveCardProps) {
  const { date, minutes } = useFormats();
  const [asTable, setAsTable] = useState(false);
  const [{ width }, measure] = useSize();
  const curve = useMemo(() => {
    const calendar = calendarOf(history);
    return curveOf(records, (moment) => calendar.dayAt(moment).date, history.today);
  }, [records, history]);
  if (curve === undefined) return null;
  return (
    <Card
      className="curve"
      title={TITLE}
      aside={<TableSwitch title={TITLE} asTable={asTable} onChange={setAsTable} />}
    >
      <div className="curve-box" ref={measure} style={inColourOf(kind)}>
        {asTable ? (
          <ChartTable
            title={TITLE}
            head={['Day', 'Watched', 'In total']}
            rows={curve.days.toReversed().map((day) => ({
              key: day.date,
              cells: [date(day.date), minutes(day.seconds / 60), minutes(day.total / 60)],
            }))}
          />
        ) : (
          width > 0 && <CurvePicture title={TITLE} curve={curve} width={width} />
        )}
      </div>
    </Card>
  );
}
