import { visible } from '../text/visible.ts';
import { type Link, PATTERNS, type Reject } from './link.ts';
import { webHost } from './link-pattern.ts';

const SCHEME = /^(?:https?|spotify):/i;

/** The end of a host name. Tells whether a text without a scheme is a link. */
const HOST_NAME = /\.[a-z][a-z0-9-]*$/;

/** Services that shorten links to any site. */
const SHORTENERS: ReadonlySet<string> = new Set(
  'bit.ly buff.ly cutt.ly goo.gl is.gd lnkd.in ow.ly rb.gy t.co tinyurl.com'.split(' '),
);

/**
 * Reads a link as people paste it: with white space and invisible characters, perhaps without a scheme.
 * Makes no requests. Never throws.
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
  // The URL parser ignores line breaks and tabs, which would join separate texts.
  if (/\s/.test(text)) return null;
  if (SCHEME.test(text)) return URL.parse(text);
  // The URL parser also reads numbers as IPv4 addresses: 421069 as 0.6.108.205.
  const link = URL.parse(`https://${text}`);
  return link && HOST_NAME.test(link.hostname) ? link : null;
}
