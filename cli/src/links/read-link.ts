import { visible } from '../text/visible.ts';
import { type Link, PATTERNS, type Reject } from './link.ts';
import { webHost } from './link-pattern.ts';

const SCHEME = /^(?:https?|spotify):/i;

/** Ends as the name of a host does, if nothing but its look tells that a text is a link. */
const HOST_NAME = /\.[a-z][a-z0-9-]*$/;

/** Services that shorten links to anything. */
const SHORTENERS: ReadonlySet<string> = new Set(
  'bit.ly buff.ly cutt.ly goo.gl is.gd lnkd.in ow.ly rb.gy t.co tinyurl.com'.split(' '),
);

/**
 * What a link is of, as people paste it: with blanks and invisible characters, perhaps without its
 * scheme. Nothing is looked up. Never throws.
 */
export function readLink(text: string): Link | Reject {
  const link = parse(visible(text));
  if (link === null) return { provider: null, reject: 'not_a_link' };
  const pattern = Object.values(PATTERNS).find(({ matches }) => matches(link));
  if (pattern !== undefined) return pattern.read(link);
  const isShort = SHORTENERS.has(webHost(link));
  return { provider: null, reject: isShort ? 'short_link' : 'foreign_host' };
}

function parse(text: string): URL | null {
  // A URL parser would take line breaks and tabs out, and so join what is apart.
  if (/\s/.test(text)) return null;
  if (SCHEME.test(text)) return URL.parse(text);
  // It would also take a number for an address: 421069 for 0.6.108.205.
  const link = URL.parse(`https://${text}`);
  return link && HOST_NAME.test(link.hostname) ? link : null;
}
