import { inNumber } from '@immersion-tracker/contract';
import type { Formats } from '../../text/formats.ts';
import { type Canvas2D, HEIGHT, LEFT, type Picture, RIGHT, WIDTH } from './canvas.ts';
import { drawFavourites, type FavouritesOptions } from './favourite-pictures.ts';
import { drawHeat } from './heat.ts';
import { GROUND, INK, SOFT_INK } from './palette.ts';
import { setText, write } from './text.ts';
import { drawWaves, type WavesOptions } from './waves.ts';

export interface YearImage extends FavouritesOptions, WavesOptions {
  readonly logo: Picture | undefined;
}

/** The space for the hours and their unit. */
const HOURS_WIDTH = 850;
const HOURS_BASELINE = 364;
const HOURS_SIZE = 272;

/** Draws a year to share, of 1200 x 1500 pixels. */
export function drawYear(pen: Canvas2D, image: YearImage): void {
  pen.fillStyle = GROUND;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  drawHead(pen, image);
  drawHours(pen, image);
  drawCounts(pen, image);
  drawHeat(pen, image.figures.days, image.formats, image.family);
  drawFavourites(pen, image);
  drawWaves(pen, image);
}

function drawHead(pen: Canvas2D, { figures, logo, formats, family }: YearImage): void {
  const { year, until } = figures;
  if (logo) pen.drawImage(logo.source, LEFT, 64, 52, 52);
  write(pen, 'My year of immersion', [logo ? 140 : LEFT, 99], {
    ...{ size: 26, weight: 650, colour: INK, family },
  });
  const width = write(pen, `${year}`, [RIGHT, 102], {
    ...{ size: 34, weight: 700, colour: INK, family, align: 'right' },
  });
  if (until !== undefined) {
    write(pen, `until ${formats.dayAndMonth(until)}`, [RIGHT - width - 22, 100], {
      ...{ size: 26, weight: 400, colour: SOFT_INK, family, align: 'right' },
    });
  }
}

/** The figure of the year, and its unit: minutes before the first hour. */
export function hoursOf(
  seconds: number,
  { number }: Pick<Formats, 'number'>,
): readonly [count: string, unit: string] {
  const hours = Math.floor(seconds / 3600);
  if (hours === 0) return [number(Math.floor(seconds / 60)), 'min'];
  return [number(hours), inNumber(hours, 'hour')];
}

function drawHours(pen: Canvas2D, { figures, formats, family }: YearImage): void {
  const [count, unit] = hoursOf(figures.seconds, formats);
  const unitStyle = { size: 60, weight: 700, colour: INK, family };
  setText(pen, unitStyle);
  const room = HOURS_WIDTH - pen.measureText(unit).width;
  const style = { size: HOURS_SIZE, weight: 800, colour: INK, family };
  setText(pen, style);
  const natural = pen.measureText(count);
  const shrink = Math.min(1, room / (natural.width * 1.2));
  const size = Math.floor(HOURS_SIZE * shrink);
  // Digits have a space on their left, which at this size would set them in.
  const x = LEFT + natural.actualBoundingBoxLeft * shrink;
  const width = write(pen, count, [x, HOURS_BASELINE], { ...style, size });
  write(pen, unit, [x + width + size * 0.15, HOURS_BASELINE], unitStyle);
}

function drawCounts(pen: Canvas2D, { figures, formats, family }: YearImage): void {
  const { activeDays, longestRow } = figures;
  const rows = [
    [activeDays, inNumber(activeDays, 'day')],
    // A day alone is not a row.
    ...(longestRow > 1 ? [[longestRow, 'days in a row'] as const] : []),
  ] as const;
  const common = { family, align: 'right' } as const;
  for (const [index, [count, label]] of rows.toReversed().entries()) {
    const y = 346 + ((rows.length - 1) / 2 - index) * 113;
    write(pen, formats.number(count), [RIGHT, y], {
      ...{ size: 60, weight: 700, colour: INK, ...common },
    });
    write(pen, label, [RIGHT, y + 31], { size: 24, weight: 400, colour: SOFT_INK, ...common });
  }
}
