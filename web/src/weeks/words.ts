import { type KindId, mediaKinds } from '@immersion-tracker/contract';
import { looks } from '../kinds/looks.ts';
import type { Formats } from '../text/formats.ts';
import { capitalised } from '../text/kind-words.ts';
import type { Bar, Chart, Unit } from './periods.ts';

/** A sentence that begins with its figure, and a second one. */
export interface Words {
  readonly figure: string;
  readonly rest: string;
  readonly second?: string | undefined;
}

/** What the chart says of the running period. */
export function nowWords({ unit, bars, usual }: Chart, today: string, formats: Formats): Words {
  const { length } = formats;
  const total = bars.at(-1)?.total ?? 0;
  if (total === 0) return { figure: '', rest: `Nothing yet this ${unit}.` };
  const words = { figure: length(total), rest: `this ${unit} so far.` };
  if (usual === undefined || usual < 60) return words;
  return {
    ...words,
    second: `By ${dayIn(unit, today, formats)} you usually have ${length(usual)}.`,
  };
}

/** What the chart says of a bar to which somebody points. */
export function barWords(bar: Bar, chart: Chart, formats: Formats): Words {
  const { unit, bars } = chart;
  const isNow = bar === bars.at(-1);
  const when = isNow ? `this ${unit} so far` : `in ${periodIn(unit, bar, formats)}`;
  if (bar.total === 0) return { figure: '', rest: `Nothing ${isNow ? 'yet ' : ''}${when}.` };
  return {
    figure: formats.length(bar.total),
    rest: `${when}.`,
    second: `${mediaOf(bar, formats)}.`,
  };
}

/** A bar in words, such as `Week of 7 September, 8 h 56 min: Shows 7 h 30 min, YouTube 1 h 26 min`. */
export function barName(bar: Bar, { unit, bars }: Chart, formats: Formats): string {
  const name =
    bar === bars.at(-1)
      ? `This ${unit} so far`
      : capitalised(periodIn(unit, bar, formats).replace(/^the /, ''));
  if (bar.total === 0) return `${name}, nothing`;
  return `${name}, ${formats.length(bar.total)}: ${mediaOf(bar, formats)}`;
}

/** The media with any time in a bar. */
const mediaOf = ({ seconds }: Bar, { length }: Formats): string =>
  mediaKinds
    .filter(({ id }) => seconds[id] > 0)
    .map(({ id }) => `${looks[id].title} ${length(seconds[id])}`)
    .join(', ');

function periodIn(unit: Unit, { first, last }: Bar, formats: Formats): string {
  if (unit === 'week') return `the week of ${formats.shortDate(first)}`;
  if (unit === 'month') return formats.monthAndYear(first);
  return `${formats.longMonth(first)} to ${formats.monthAndYear(last)}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

function dayIn(unit: Unit, today: string, { longWeekday }: Formats): string {
  if (unit === 'week') return longWeekday(today);
  if (unit === 'quarter') return 'now';
  const day = Number(today.slice(8));
  return `the ${day}${ENDINGS[ordinals.select(day)] ?? 'th'}`;
}

/** The rows of the chart's table, newest first: the period, its total, and its media. */
export function tableOf(chart: Chart, kinds: readonly KindId[], formats: Formats) {
  const { unit, bars } = chart;
  const name = (bar: Bar) =>
    unit === 'week' ? formats.shortDate(bar.first) : periodIn(unit, bar, formats);
  return {
    head: [
      unit === 'week' ? 'Week of' : capitalised(unit),
      'Total',
      ...kinds.map((id) => looks[id].title),
    ],
    rows: bars.toReversed().map((bar, index) => ({
      key: bar.first,
      cells: [
        index === 0 ? `${name(bar)}, so far` : name(bar),
        formats.length(bar.total),
        ...kinds.map((id) => formats.length(bar.seconds[id])),
      ],
    })),
  };
}
