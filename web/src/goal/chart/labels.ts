import type { Size } from '../../ui/use-size.ts';
import type { Drawing } from './curve.ts';
import {
  type Box,
  firstFree,
  LABEL_HEIGHT,
  type Place,
  type Point,
  placeAt,
} from './place-labels.ts';

export interface Label {
  readonly text: string;
  readonly place: Place;
}

export interface Labels {
  readonly target?: Label | undefined;
  readonly today: Label | undefined;
  readonly date?: Label | undefined;
}

/** Pixels between a label and what it names. */
const GAP = 8;

/** Where the labels are: clear of each other, and of the lines wherever there is room. */
export function labelsOf(
  drawing: Drawing,
  texts: { readonly target: string; readonly today: string; readonly date: string },
  { width }: Size,
): Labels {
  const { base, today, target, forecast, date, curve } = drawing;
  const picture: Box = { left: 0, right: width, top: 0, bottom: base };
  const lines: (readonly Point[])[] = [curve, ...dotsOf(today)];
  if (forecast) lines.push(forecast.early, forecast.likely, forecast.late);
  if (date !== undefined) lines.push(upright(date, base));
  if (target !== undefined) {
    lines.push([
      { x: 0, y: target },
      { x: width, y: target },
    ]);
  }
  const placed: Box[] = [];
  const place = (text: string, places: readonly Place[]): Label | undefined => {
    const found = firstFree(places, picture, placed, lines);
    if (found !== undefined) placed.push(found);
    return found && { text, place: found };
  };
  return {
    target:
      target === undefined ? undefined : place(texts.target, aroundLine(target, texts.target)),
    today: place(texts.today, aroundPoint(today, texts.today)),
    date: date === undefined ? undefined : place(texts.date, alongUpright(date, texts.date)),
  };

  function aroundLine(y: number, text: string): Place[] {
    const above = y - LABEL_HEIGHT / 2 - 2;
    const below = y + LABEL_HEIGHT / 2 + 2;
    return [above, below].flatMap((middle) => [
      placeAt(text, 0, middle, 'start'),
      placeAt(text, width, middle, 'end'),
    ]);
  }

  /** Close to the point first, then at other heights. */
  function aroundPoint({ x, y }: Point, text: string): Place[] {
    const shifts = [11, -11, 18, -18, 0, 30, -30, 45, -45, 60, -60];
    return shifts.flatMap((shift) => [
      placeAt(text, x + GAP, y + shift, 'start'),
      placeAt(text, x - GAP, y + shift, 'end'),
    ]);
  }

  /** From the bottom up. */
  function alongUpright(x: number, text: string): Place[] {
    const rows = Math.floor(base / LABEL_HEIGHT);
    return Array.from({ length: rows }, (_, row) => base - 2 - (row + 0.5) * LABEL_HEIGHT).flatMap(
      (y) => [placeAt(text, x - 5, y, 'end'), placeAt(text, x + 5, y, 'start')],
    );
  }
}

const upright = (x: number, base: number): Point[] => [
  { x, y: 0 },
  { x, y: base },
];

/** The point of today, as a short line. */
const dotsOf = ({ x, y }: Point): (readonly Point[])[] => [
  [
    { x: x - 5, y },
    { x: x + 5, y },
  ],
];
