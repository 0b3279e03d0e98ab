import { counted, inNumber } from '@immersion-tracker/contract';
import { looks } from '../kinds/looks.ts';
import type { Formats } from '../text/formats.ts';
import { type Favourite, favouriteLength } from './favourites.ts';
import { hoursOf } from './image/draw-year.ts';
import type { YearFigures } from './year-figures.ts';

/** Everything that the image shows, in words. */
export function yearWords(
  figures: YearFigures,
  favourites: readonly Favourite[],
  formats: Formats,
): string {
  const { year, until, seconds, activeDays, longestRow, kinds, byKind } = figures;
  const period = until === undefined ? '' : `, until ${formats.dayAndMonth(until)}`;
  const row = longestRow > 1 ? `, ${formats.number(longestRow)} of them in a row` : '';
  const media = kinds.map((kind) => `${looks[kind].title} ${formats.length(byKind[kind])}`);
  const liked = favourites.map((favourite) =>
    [favourite.name, favouriteLength(favourite, formats)].filter(Boolean).join(', '),
  );
  return [
    `My year of immersion, ${year}${period}`,
    `${hoursOf(seconds, formats).join(' ')} on ${counted(activeDays, 'day', formats.number)}${row}`,
    ...(media.length > 1 ? [media.join(', ')] : []),
    ...(liked.length > 0 ? [`${inNumber(liked.length, 'Favourite')}: ${liked.join('; ')}`] : []),
  ]
    .map((sentence) => `${sentence}.`)
    .join(' ');
}
