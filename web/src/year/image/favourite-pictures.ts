import { initial } from '../../kinds/initial.ts';
import { looks } from '../../kinds/looks.ts';
import type { Formats } from '../../text/formats.ts';
import { type Favourite, favouriteLength } from '../favourites.ts';
import { type Canvas2D, LEFT, type Picture, RIGHT } from './canvas.ts';
import { HEAT, INK, SOFT_INK } from './palette.ts';
import { clipped, linesOf, setText, write } from './text.ts';

/** Between two columns, and between the names in them. */
const GAP = 24;
const NAME_GAP = 20;

interface Sizes {
  readonly width: number;
  readonly posterHeight: number;
  /** Where all pictures end. */
  readonly bottom: number;
  /** Of the names. */
  readonly textSize: number;
}

/** The fewer there are, the larger they are. */
const sizesFor = (count: number): Sizes => {
  if (count === 1) return { width: 240, posterHeight: 336, bottom: 1055, textSize: 46 };
  if (count === 2) return { width: 224, posterHeight: 314, bottom: 1033, textSize: 30 };
  return { width: 190, posterHeight: 266, bottom: 985, textSize: 25 };
};

export interface FavouritesOptions {
  readonly favourites: readonly Favourite[];
  /** By address. One that is missing is replaced by the first character of the name. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly formats: Formats;
  readonly family: string;
}

/** The favourites side by side. If there are only one or two, their names stand beside their pictures. */
export function drawFavourites(pen: Canvas2D, options: FavouritesOptions): void {
  const { favourites, pictures } = options;
  const sizes = sizesFor(favourites.length);
  const pitch = (RIGHT - LEFT + GAP) / favourites.length;
  for (const [index, favourite] of favourites.entries()) {
    const x = LEFT + index * pitch;
    const column = { x, width: pitch - NAME_GAP, favourite, sizes, ...options };
    drawPicture(pen, column, pictures.get(favourite.artwork ?? ''));
    if (favourites.length > 2) writeBelow(pen, column);
    else writeBeside(pen, column);
  }
}

interface Column extends FavouritesOptions {
  readonly sizes: Sizes;
  readonly favourite: Favourite;
  /** Where the column begins. */
  readonly x: number;
  /** Of the column. */
  readonly width: number;
}

function writeBelow(pen: Canvas2D, { favourite, x, width, sizes, ...options }: Column): void {
  const { formats, family } = options;
  const style = { size: sizes.textSize, weight: 650, colour: INK, family };
  setText(pen, style);
  const name = clipped(favourite.name, width, (text) => pen.measureText(text).width);
  write(pen, name, [x, sizes.bottom + 40], style);
  write(pen, favouriteLength(favourite, formats), [x, sizes.bottom + 70], {
    ...{ size: 20, weight: 400, colour: SOFT_INK, family },
  });
}

function writeBeside(pen: Canvas2D, { favourite, x, width, sizes, ...options }: Column): void {
  const { formats, family } = options;
  const indent = sizes.width + 30;
  const style = { size: sizes.textSize, weight: 650, colour: INK, family };
  setText(pen, style);
  const measure = (text: string) => pen.measureText(text).width;
  const lines = linesOf(favourite.name, width - indent, 4, measure);
  const length = favouriteLength(favourite, formats);
  const last = sizes.bottom - (length === '' ? 12 : 58);
  for (const [index, line] of lines.entries()) {
    write(pen, line, [x + indent, last - (lines.length - 1 - index) * sizes.textSize * 1.3], style);
  }
  write(pen, length, [x + indent, sizes.bottom - 12], {
    ...{ size: 28, weight: 400, colour: SOFT_INK, family },
  });
}

function drawPicture(
  pen: Canvas2D,
  { favourite: { kind, name }, x, sizes, family }: Column,
  picture: Picture | undefined,
): void {
  const { artwork } = looks[kind];
  const { width } = sizes;
  const height = artwork === 'poster' ? sizes.posterHeight : width;
  const y = sizes.bottom - height;
  pen.save();
  pen.beginPath();
  pen.roundRect(x, y, width, height, artwork === 'round' ? width / 2 : 18);
  pen.clip();
  if (picture) {
    pen.drawImage(picture.source, ...covering(picture, { x, y, width, height }));
  } else {
    pen.fillStyle = HEAT[0];
    pen.fillRect(x, y, width, height);
    write(pen, initial(name), [x + width / 2, y + height / 2 + 29], {
      ...{ size: 80, weight: 700, colour: HEAT[3], family, align: 'center' },
    });
  }
  pen.restore();
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a picture covers a box and is cut off on two sides only: left, top, width and height. */
export function covering(
  picture: Pick<Picture, 'width' | 'height'>,
  { x, y, width, height }: Box,
): [number, number, number, number] {
  const scale = Math.max(width / picture.width, height / picture.height);
  const [w, h] = [picture.width * scale, picture.height * scale];
  return [x - (w - width) / 2, y - (h - height) / 2, w, h];
}
