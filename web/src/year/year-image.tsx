import { byKind } from '@immersion-tracker/contract';
import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { looks } from '../kinds/looks.ts';
import { HEIGHT, type Picture, WIDTH } from './image/canvas.ts';
import { drawYear, type YearImage as YearImageParts } from './image/draw-year.ts';

export interface YearImageProps extends Omit<YearImageParts, 'icons' | 'family'> {
  readonly ref: Ref<HTMLCanvasElement>;
  /** Says everything that the image shows. */
  readonly label: string;
  readonly logo: Picture | undefined;
}

/** The image to share. */
export function YearImage({ ref, label, ...parts }: YearImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useImperativeHandle<HTMLCanvasElement | null, HTMLCanvasElement | null>(
    ref,
    () => canvas.current,
  );
  const { figures, favourites, pictures, formats, logo } = parts;
  useLayoutEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen) return;
    const icons = byKind(({ id }) => pathsOf(element.querySelector(`[data-kind="${id}"]`)));
    const { fontFamily: family } = getComputedStyle(document.body);
    drawYear(pen, { figures, favourites, pictures, formats, logo, icons, family });
  }, [figures, favourites, pictures, formats, logo]);
  return (
    <canvas
      ref={canvas}
      className="year-image"
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      {/* Browsers do not show what is inside a canvas. The icons are here only to be drawn. */}
      {figures.kinds.map((kind) => {
        const { Icon } = looks[kind];
        return <Icon key={kind} data-kind={kind} aria-hidden />;
      })}
    </canvas>
  );
}

const pathsOf = (icon: Element | null): readonly Path2D[] =>
  Array.from(
    icon?.querySelectorAll('path') ?? [],
    (path) => new Path2D(path.getAttribute('d') ?? ''),
  );
