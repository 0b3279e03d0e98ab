import { COMMAND } from '../text/command-name.ts';
import { flow, wrap } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';
import { INDENT, indented } from './section.ts';

/** Tells a learner who has not recorded anything yet what to do first. */
export function welcome(columns: number, paint: Paint): string[] {
  const title = 'Nothing recorded yet: your first hour is ahead.';
  const advice = [
    ...'Put an episode that you have watched into'.split(' '),
    paint.accent('shows/<show>/watched/'),
    ...'in your media folder, then run this there:'.split(' '),
  ];
  return [
    ...wrap(title, columns).map((line) => paint.bold(line)),
    '',
    ...flow(advice, columns - INDENT.length).map(indented),
    '',
    indented(indented(paint.accent(`${COMMAND} sync`))),
  ];
}
