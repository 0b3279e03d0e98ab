import type { Canvas2D } from '../canvas.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface DrawnText extends Box {
  readonly text: string;
  readonly size: number;
}

/** Fonts of which every character is this wide, in relation to its size. */
const CHARACTER = 0.6;

/** How much of a text is on the left of its place. */
const SHIFTS = { left: 0, start: 0, center: 0.5, right: 1, end: 1 } as const;

/** Remembers what was drawn, and where. */
export class RecordingPen implements Canvas2D {
  fillStyle: Canvas2D['fillStyle'] = '';
  strokeStyle: Canvas2D['strokeStyle'] = '';
  font = '';
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  lineWidth = 1;
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';

  readonly texts: DrawnText[] = [];
  readonly images: Box[] = [];
  /** What was filled and outlined, in order. */
  readonly shapes: (Box & { readonly fill?: string; readonly stroke?: string })[] = [];
  #path: (readonly [x: number, y: number])[] = [];
  #clip: Box | undefined;
  #saved: { clip: Box | undefined; style: Pick<Canvas2D, 'fillStyle' | 'lineWidth'> }[] = [];

  get everything(): readonly Box[] {
    return [...this.texts, ...this.images, ...this.shapes];
  }

  measureText(text: string) {
    return { width: [...text].length * this.#size * CHARACTER, actualBoundingBoxLeft: 0 };
  }

  fillText(text: string, x: number, baseline: number): void {
    const { width } = this.measureText(text);
    const left = x - width * SHIFTS[this.textAlign];
    // Digits do not reach below their line.
    const depth = /^[\d,]+$/.test(text) ? 0 : this.#size / 4;
    const [top, bottom] = [baseline - this.#size, baseline + depth];
    this.texts.push({ text, size: this.#size, left, top, right: left + width, bottom });
  }

  drawImage(_: CanvasImageSource, ...[x = 0, y = 0, width = 0, height = 0]: number[]): void {
    const box = { left: x, top: y, right: x + width, bottom: y + height };
    this.images.push(this.#clip ? common(box, this.#clip) : box);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const box = { left: x, top: y, right: x + width, bottom: y + height };
    this.shapes.push({ ...box, fill: `${this.fillStyle}` });
  }

  fill(): void {
    this.shapes.push({ ...around(this.#path), fill: `${this.fillStyle}` });
  }

  stroke(path?: Path2D): void {
    // An icon is inside the box of its medium.
    if (path === undefined) {
      this.shapes.push({ ...around(this.#path), stroke: `${this.strokeStyle}` });
    }
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push([x, y]);
  }

  lineTo(x: number, y: number): void {
    this.#path.push([x, y]);
  }

  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void {
    this.#path.push([cpx, cpy], [x, y]);
  }

  roundRect(x: number, y: number, width: number, height: number): void {
    this.#path.push([x, y], [x + width, y + height]);
  }

  clip(): void {
    this.#clip = around(this.#path);
  }

  save(): void {
    const { fillStyle, lineWidth } = this;
    this.#saved.push({ clip: this.#clip, style: { fillStyle, lineWidth } });
  }

  restore(): void {
    const saved = this.#saved.pop();
    this.#clip = saved?.clip;
    Object.assign(this, saved?.style);
  }

  translate(): void {}

  scale(): void {}

  get #size(): number {
    return Number(/([\d.]+)px/.exec(this.font)?.[1]);
  }
}

function around(path: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  return { left, right, top: Math.min(...ys), bottom: Math.max(...ys) };
}

const common = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});
