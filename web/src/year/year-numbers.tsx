import { inNumber } from '@immersion-tracker/contract';
import { inColourOf, looks } from '../kinds/looks.ts';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import { Card } from '../ui/card.tsx';
import { Length } from '../ui/length.tsx';
import type { Favourite } from './favourites.ts';
import { hoursOf } from './image/draw-year.ts';
import type { YearFigures } from './year-figures.ts';

export interface YearNumbersProps {
  readonly figures: YearFigures;
  /** Undefined until they are loaded. */
  readonly favourites: readonly Favourite[] | undefined;
}

/** The figures of the image as text, to read out and to copy. */
export function YearNumbers({ figures, favourites }: YearNumbersProps) {
  const formats = useFormats();
  const { year, until, seconds, activeDays, longestRow, byKind, kinds } = figures;
  const [count, unit] = hoursOf(seconds, formats);
  return (
    <Card
      className="year-numbers"
      title={`${year} in numbers`}
      aside={until && <span className="soft">until {formats.dayAndMonth(until)}</span>}
    >
      <ul className="year-counts">
        <Count count={count} unit={unit} />
        <Count count={formats.number(activeDays)} unit={inNumber(activeDays, 'day')} />
        {longestRow > 1 && <Count count={formats.number(longestRow)} unit="days in a row" />}
      </ul>
      {kinds.length > 1 && (
        <ul className="year-lines">
          {kinds.map((kind) => {
            const { Icon, title } = looks[kind];
            return (
              <li key={kind} style={inColourOf(kind)}>
                <Icon className="kind-icon" size={18} aria-hidden />
                <span>{title}</span>
                <strong>{formats.length(byKind[kind])}</strong>
              </li>
            );
          })}
        </ul>
      )}
      <Favourites favourites={favourites} expected={kinds.length} />
    </Card>
  );
}

interface FavouritesProps extends Pick<YearNumbersProps, 'favourites'> {
  /** How many lines to keep free until they are loaded. */
  readonly expected: number;
}

function Favourites({ favourites, expected }: FavouritesProps) {
  const count = favourites?.length ?? expected;
  if (count === 0) return null;
  return (
    <>
      <h3>{inNumber(count, 'Favourite')}</h3>
      {favourites ? (
        <ul className="year-lines">
          {favourites.map(({ kind, id, name, seconds, isGuess }) => {
            const { Icon } = looks[kind];
            return (
              <li key={kind} style={inColourOf(kind)}>
                <Icon className="kind-icon" size={18} aria-hidden />
                <a href={hashOf({ page: 'group', kind, id })}>{name}</a>
                {seconds > 0 && (
                  <strong>
                    <Length seconds={seconds} isGuess={isGuess} />
                  </strong>
                )}
              </li>
            );
          })}
        </ul>
      ) : (
        <div style={{ height: `${count * 2.75}rem` }} />
      )}
    </>
  );
}

function Count({ count, unit }: { readonly count: string; readonly unit: string }) {
  return (
    <li>
      <strong>{count}</strong> {unit}
    </li>
  );
}
