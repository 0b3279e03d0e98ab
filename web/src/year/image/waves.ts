import type { KindId } from '@immersion-tracker/contract';
import { looks } from '../../kinds/looks.ts';
import type { Formats } from '../../text/formats.ts';
import type { YearFigures } from '../year-figures.ts';
import { type Canvas2D, HEIGHT, LEFT, RIGHT, WIDTH } from './canvas.ts';
import { layersOf } from './layers.ts';
import { GROUND, INK_ON_WAVES, WAVES } from './palette.ts';
import { setText, write } from './text.ts';

/** The surface of a week without anything. */
const SEA_LEVEL = 1398;
const HIGHEST = 278;

const KEY = { top: 1431, size: 40, gap: 13, textSize: 25, leastSpace: 32 };
/** Between two media, which would look lost at the edges. */
const WIDE_SPACE = 72;

export interface WavesOptions {
  readonly figures: YearFigures;
  /** The outlines of each kind's icon, in a square of 24. */
  readonly icons: Readonly<Record<KindId, readonly Path2D[]>>;
  readonly formats: Formats;
  readonly family: string;
}

/** The weeks as waves, and the hours by medium as their key. */
export function drawWaves(pen: Canvas2D, options: WavesOptions): void {
  const { weeks, kinds } = options.figures;
  const [lowest = 'episode'] = kinds;
  const layers = layersOf(weeks, kinds.length === 0 ? [lowest] : kinds);
  pen.strokeStyle = GROUND;
  pen.lineWidth = 3;
  // The upper ones first: each fills everything below its edge, so that no gaps can show.
  for (const { kind, tops } of layers.toReversed()) {
    pen.beginPath();
    traceEdge(pen, tops);
    pen.lineTo(WIDTH, HEIGHT);
    pen.lineTo(0, HEIGHT);
    pen.fillStyle = WAVES[kind];
    pen.fill();
    pen.beginPath();
    traceEdge(pen, tops);
    pen.stroke();
  }
  drawKey(pen, options);
}

/** A smooth line along the points, which never leaves the space between them. */
function traceEdge(pen: Canvas2D, tops: readonly number[]): void {
  const step = WIDTH / (tops.length - 1);
  const points = tops.map((top, index) => ({ x: index * step, y: SEA_LEVEL - top * HIGHEST }));
  pen.moveTo(0, points[0]?.y ?? SEA_LEVEL);
  for (const [index, { x, y }] of points.entries()) {
    const next = points[index + 1] ?? { x, y };
    pen.quadraticCurveTo(x, y, (x + next.x) / 2, (y + next.y) / 2);
  }
}

function drawKey(pen: Canvas2D, { figures, icons, formats, family }: WavesOptions): void {
  const { top, size, gap, leastSpace } = KEY;
  const entries = figures.kinds.map((kind) => ({
    kind,
    text: `${looks[kind].title} ${formats.length(figures.byKind[kind])}`,
  }));
  const style = { size: KEY.textSize, weight: 700, colour: INK_ON_WAVES, family };
  setText(pen, style);
  const widths = entries.map(({ text }) => pen.measureText(text).width);
  const sum = widths.reduce((all, width) => all + width, 0);
  const spaces = Math.max(1, entries.length - 1);
  const room = RIGHT - LEFT - entries.length * (size + gap);
  const shrink = Math.min(1, (room - spaces * leastSpace) / sum);
  const space = entries.length > 2 ? (room - sum * shrink) / spaces : WIDE_SPACE;
  let x = LEFT;
  for (const [index, { kind, text }] of entries.entries()) {
    pen.beginPath();
    pen.roundRect(x + 1.5, top + 1.5, size - 3, size - 3, 10);
    pen.fillStyle = WAVES[kind];
    pen.fill();
    pen.strokeStyle = INK_ON_WAVES;
    pen.lineWidth = 3;
    pen.stroke();
    drawIcon(pen, icons[kind], [x + 9, top + 9], size - 18);
    write(pen, text, [x + size + gap, top + 29], { ...style, size: KEY.textSize * shrink });
    x += size + gap + (widths[index] ?? 0) * shrink + space;
  }
}

function drawIcon(
  pen: Canvas2D,
  paths: readonly Path2D[],
  [x, y]: readonly [number, number],
  size: number,
): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(size / 24, size / 24);
  pen.lineWidth = 2;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const path of paths) pen.stroke(path);
  pen.restore();
}
