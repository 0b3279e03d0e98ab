import { COMMAND } from '../text/command-name.ts';
import { flow, wrap } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';
import { INDENT, indented } from './section.ts';

/** Tells a learner who has not recorded anything yet what to do first. */
export function welcome(columns: number, paint: Paint): string[] {
  const title = 'Nothing recorded yet: your first hour is ahead.';
  const width = columns - INDENT.length;
  const path = 'shows/<show>/watched/';
  const advice = [
    ...'Put an episode that you have watched into'.split(' '),
    paint.accent(width < path.length ? 'shows/…/watched/' : path),
    ...'in your media folder, then run this there:'.split(' '),
  ];
  return [
    ...wrap(title, columns).map((line) => paint.bold(line)),
    '',
    ...flow(advice, width).map(indented),
    '',
    indented(indented(paint.accent(`${COMMAND} sync`))),
  ];
}
