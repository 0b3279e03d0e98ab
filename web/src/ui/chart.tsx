import type { ReactNode } from 'react';

export interface TableSwitchProps {
  /** The chart's title, such as `Time by week`. */
  readonly title: string;
  readonly asTable: boolean;
  onChange(asTable: boolean): void;
}

/** Swaps a chart and its table. */
export function TableSwitch({ title, asTable, onChange }: TableSwitchProps) {
  return (
    <button
      type="button"
      className="table-switch text-link"
      aria-label={`${asTable ? 'Chart' : 'Table'} of ${title.toLowerCase()}`}
      onClick={() => onChange(!asTable)}
    >
      {asTable ? 'Chart' : 'Table'}
    </button>
  );
}

export interface ChartTableProps {
  /** The chart's title. */
  readonly title: string;
  /** Of the columns. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** The figures of a chart, in a box that takes up the chart's place and scrolls if they need more. */
export function ChartTable({ title, head, rows }: ChartTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it.
    <section className="chart-table" aria-label={`${title} as a table`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((text, column) => (
                <td key={head[column + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
