import { visible } from '../text/visible.ts';
import type { LineProblem, Link, Reject } from './link.ts';
import { readLink } from './read-link.ts';

/**
 * What ends a link. This includes letters without case, because Chinese, Japanese, Korean and Thai put
 * no space between a link and text. If letters with case ended links too, look-alike hosts would pass.
 */
const DELIMITER = /[\s<>"'`\{\}\|^\(\)\[\],;*\p{Lo}[[\p{P}\p{S}]--\p{ASCII}]]+/v;
const SCHEME = String.raw`https?:[/\\]+|spotify:(?!https?:)(?=[a-z]+:)`;
const BEFORE_SCHEME = new RegExp(`(?=${SCHEME})`, 'i');
const AT_SCHEME = new RegExp(`^(?:${SCHEME})`, 'i');
/** The end of a host name, perhaps a port, and the start of a path. */
const HOST_AND_PATH = /[a-z\d]\.[a-z][a-z\d-]{1,62}(?::\d{1,5})?[/\\]+[^/\\]/i;
const LEADING_PUNCTUATION = /^[^\p{L}\p{N}]+/u;
const TRAILING_PUNCTUATION = /(?<![.:!?~\\])[.:!?~\\]+$/;

/** Markdown, Org mode and shells write a backslash before these characters. */
const ESCAPE = /\\(?=[-._~:?#&=+%])/g;

const BULLETS = String.raw`^(?:[\s>*+\-•·]|\d+[.)])*`;
/** An empty box, or one whose mark does not mean "done". `[](link)` and `[-]: link` are Markdown links. */
const OPEN_BOX = new RegExp(String.raw`${BULLETS}(?:\[[^\p{L}\p{N}✓✔☑✅]?\](?![(:])|[☐□⬜])`, 'u');
/** Only in capitals, since in lower case it may be a word of a title. */
const TO_DO = new RegExp(String.raw`${BULLETS}TODO(?![\p{L}\p{N}])`, 'u');
const LATER = new RegExp(
  String.raw`${BULLETS}(?:to[ -]?do|(?:to )?watch(?: later)?|later)\s?:(?!//)`,
  'iu',
);
const CROSSED_OUT = /^\/\/(?=\s|https?:)|^;|<!--|~~|<(?:s|del|strike)>/i;

/**
 * Reads the one link in a line, whatever surrounds it: a title, a bullet, a note, Markdown or HTML.
 * Several links to the same thing count as one. Since a line is removed once its link is recorded, a
 * line that also links to something else is refused, and so is one that may not mean "watched".
 * Never throws.
 */
export function readLine(line: string): Link | Reject {
  const text = visible(line).replaceAll('&amp;', '&').replace(ESCAPE, '');
  const links = text
    .split(DELIMITER)
    .flatMap((piece) => piece.split(BEFORE_SCHEME))
    .map((piece) => piece.replace(LEADING_PUNCTUATION, '').replace(TRAILING_PUNCTUATION, ''))
    .filter(isLink);
  const whole = readLink(text);
  const readings = links.length <= 1 && 'kind' in whole ? [whole] : links.map(readLink);
  const [reading = whole, ...others] = readings;
  if (others.some((other) => !isSame(reading, other))) return refused('several_links');
  if ('reject' in reading) return reading;
  return links.some(holdsAnother) ? refused('several_links') : (doubtful(text) ?? reading);
}

function isLink(piece: string): boolean {
  return AT_SCHEME.test(piece) ? piece.replace(AT_SCHEME, '') !== '' : HOST_AND_PATH.test(piece);
}

/** Whether another host name follows the host of the link. */
function holdsAnother(link: string): boolean {
  return HOST_AND_PATH.test(link.replace(AT_SCHEME, '').replace(/^[^/\\?#:]*/, ''));
}

function isSame(a: Link | Reject, b: Link | Reject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Why a line may not mean that its link was watched. */
function doubtful(text: string): Reject | undefined {
  if ([OPEN_BOX, TO_DO, LATER].some((mark) => mark.test(text))) return refused('to_do');
  return CROSSED_OUT.test(text) ? refused('crossed_out') : undefined;
}

const refused = (reject: LineProblem): Reject => ({ provider: null, reject });
