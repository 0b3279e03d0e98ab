import { visible } from '../text/visible.ts';
import type { LineProblem, Link, Reject } from './link.ts';
import { readLink } from './read-link.ts';

/**
 * Never part of what a link is of. Letters without case are here because no blank separates a link
 * from a text in Chinese, Japanese, Korean or Thai. Those with case would let a look-alike pass.
 */
const DELIMITER = /[\s<>"'`\{\}\|^\(\)\[\],;*\p{Lo}[[\p{P}\p{S}]--\p{ASCII}]]+/v;
const SCHEME = String.raw`https?:[/\\]+|spotify:(?!https?:)(?=[a-z]+:)`;
const BEFORE_SCHEME = new RegExp(`(?=${SCHEME})`, 'i');
const AT_SCHEME = new RegExp(`^(?:${SCHEME})`, 'i');
/** The end of a host's name, perhaps its port, and the start of a path. */
const HOST_AND_PATH = /[a-z\d]\.[a-z][a-z\d-]{1,62}(?::\d{1,5})?[/\\]+[^/\\]/i;
const LEADING_PUNCTUATION = /^[^\p{L}\p{N}]+/u;
const TRAILING_PUNCTUATION = /(?<![.:!?~\\])[.:!?~\\]+$/;

/** Markdown, Org mode and shells write a backslash before these characters. */
const ESCAPE = /\\(?=[-._~:?#&=+%])/g;

const BULLETS = String.raw`^(?:[\s>*+\-•·]|\d+[.)])*`;
/** Empty, or with a mark that does not say "done". `[](link)` and `[-]: link` are links in Markdown. */
const OPEN_BOX = new RegExp(String.raw`${BULLETS}(?:\[[^\p{L}\p{N}✓✔☑✅]?\](?![(:])|[☐□⬜])`, 'u');
/** In small letters, or without a colon, it may be a word of a title. */
const TO_DO = new RegExp(String.raw`${BULLETS}TODO(?![\p{L}\p{N}])`, 'u');
const LATER = new RegExp(
  String.raw`${BULLETS}(?:to[ -]?do|(?:to )?watch(?: later)?|later)\s?:(?!//)`,
  'iu',
);
const CROSSED_OUT = /^\/\/(?=\s|https?:)|^;|<!--|~~|<(?:s|del|strike)>/i;

/**
 * What the one link in a line is of, whatever stands around it: a title, a bullet, a note, Markdown
 * or HTML. Several links to the same thing are one. Since a line goes once its link is recorded, one
 * that links to anything else as well is refused, and so is one that may not mean "watched".
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

/** Whether the name of another host stands behind that of the link. */
function holdsAnother(link: string): boolean {
  return HOST_AND_PATH.test(link.replace(AT_SCHEME, '').replace(/^[^/\\?#:]*/, ''));
}

function isSame(a: Link | Reject, b: Link | Reject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Why a link may not be meant as watched. */
function doubtful(text: string): Reject | undefined {
  if ([OPEN_BOX, TO_DO, LATER].some((mark) => mark.test(text))) return refused('to_do');
  return CROSSED_OUT.test(text) ? refused('crossed_out') : undefined;
}

const refused = (reject: LineProblem): Reject => ({ provider: null, reject });
