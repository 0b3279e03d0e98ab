/** What the image uses of a canvas's context. */
export interface Canvas2D
  extends Pick<
    CanvasRenderingContext2D,
    | 'beginPath'
    | 'clip'
    | 'drawImage'
    | 'fill'
    | 'fillRect'
    | 'fillStyle'
    | 'fillText'
    | 'font'
    | 'lineCap'
    | 'lineJoin'
    | 'lineTo'
    | 'lineWidth'
    | 'moveTo'
    | 'quadraticCurveTo'
    | 'restore'
    | 'roundRect'
    | 'save'
    | 'scale'
    | 'stroke'
    | 'strokeStyle'
    | 'textAlign'
    | 'textBaseline'
    | 'translate'
  > {
  measureText(text: string): Pick<TextMetrics, 'width' | 'actualBoundingBoxLeft'>;
}

/** A loaded picture and its size. */
export interface Picture {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

export const WIDTH = 1200;
export const HEIGHT = 1500;
/** Where the content begins and ends. */
export const LEFT = 72;
export const RIGHT = WIDTH - LEFT;
