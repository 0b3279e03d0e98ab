export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The height of a line of labels in pixels. */
export const LABEL_HEIGHT = 16;
/** A generous width of a bold character of 12 px. */
const CHARACTER = 7.25;

export const widthOf = (text: string): number => text.length * CHARACTER;

/** Where a label can be. Its text begins or ends at `x`. */
export interface Place extends Box {
  readonly x: number;
  readonly anchor: 'start' | 'end';
}

/** A place beside a point; `y` is its middle. */
export function placeAt(text: string, x: number, y: number, anchor: 'start' | 'end'): Place {
  const width = widthOf(text);
  const [left, right] = anchor === 'start' ? [x, x + width] : [x - width, x];
  return { x, anchor, left, right, top: y - LABEL_HEIGHT / 2, bottom: y + LABEL_HEIGHT / 2 };
}

/**
 * The first of the places that is inside the picture and clear of everything else. If there is none, the first
 * inside the picture that is clear of other labels.
 */
export function firstFree(
  places: readonly Place[],
  picture: Box,
  labels: readonly Box[],
  lines: readonly (readonly Point[])[],
): Place | undefined {
  const possible = places.filter(
    (box) => isInside(box, picture) && !labels.some((label) => overlap(box, label)),
  );
  return possible.find((box) => !lines.some((line) => crosses(line, box))) ?? possible[0];
}

const isInside = (box: Box, around: Box) =>
  box.left >= around.left &&
  box.right <= around.right &&
  box.top >= around.top &&
  box.bottom <= around.bottom;

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** Whether a line from left to right goes through a box. */
function crosses(line: readonly Point[], box: Box): boolean {
  return line.some((end, index) => {
    const start = line[index - 1];
    if (start === undefined || end.x < box.left || start.x > box.right) return false;
    const at = (x: number) => {
      const share = end.x === start.x ? 1 : (x - start.x) / (end.x - start.x);
      return start.y + (end.y - start.y) * share;
    };
    const [from, to] = [
      at(Math.max(start.x, box.left)),
      start.x === end.x ? start.y : at(Math.min(end.x, box.right)),
    ];
    return Math.min(from, to) < box.bottom && Math.max(from, to) > box.top;
  });
}
