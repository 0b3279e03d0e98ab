/** The host of images with relative URLs (thetvdb/v4-api#213). */
const ARTWORK_HOST = 'https://artworks.thetvdb.com';

/** The absolute URL of an image. Undefined if a page cannot show it. */
export function absoluteImage(image: string): string | undefined {
  const url = URL.parse(image, ARTWORK_HOST)?.href ?? '';
  // A `data:` URL contains the picture itself, so showing it does not cause a request.
  return /^(https?:|data:image\/)/.test(url) ? url : undefined;
}
