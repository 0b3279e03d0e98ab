import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';

export interface ChartCardProps {
  readonly className: string;
  readonly title: string;
  /** The chart summed up in one figure. */
  readonly lead: string;
  readonly note?: ReactNode;
  /** The table's column headings. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  /** The chart. Screen readers read the table's words instead. */
  readonly children: ReactNode;
}

/** A chart with a button that shows it as a table. */
export function ChartCard(props: ChartCardProps) {
  const { className, title, lead, note, head, rows, children } = props;
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const inWords = rows.map(({ cells: [first, ...rest] }) => {
    // With a single series, the card's title already says what the values are.
    const named = rest.map((text, column) =>
      rest.length === 1 ? text : `${head[column + 1]} ${text}`,
    );
    return `${first}: ${named.join(', ')}`;
  });
  return (
    <section className={`${className} card`} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={`${asTable ? 'Chart' : 'Table'} of ${title.toLowerCase()}`}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Chart' : 'Table'}
        </Button>
      </div>
      <p className="figure">{lead}</p>
      {note}
      {asTable ? (
        <table className="chart-table">
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
      ) : (
        <div className="chart" role="img" aria-label={`${title}. ${inWords.join('; ')}.`}>
          {children}
        </div>
      )}
    </section>
  );
}
