import { isSafe } from '../../kinds/artwork.tsx';
import type { Picture } from './canvas.ts';

/** A server that does not answer must not keep the image from being ready. */
const PATIENCE_MS = 10_000;

/** The pictures that can be used, by address. */
export async function loadPictures(urls: readonly string[]): Promise<ReadonlyMap<string, Picture>> {
  const loaded = await Promise.all(
    urls.filter(isSafe).map(async (url) => [url, await loadPicture(url)] as const),
  );
  return new Map(loaded.flatMap(([url, picture]) => (picture ? [[url, picture]] : [])));
}

/**
 * Loads a picture so that a canvas with it can still be saved. Other servers must allow that with a CORS header;
 * undefined if they do not, or if there is no picture.
 */
export async function loadPicture(url: string): Promise<Picture | undefined> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.referrerPolicy = 'no-referrer';
  image.src = url;
  const settled = await Promise.race([
    image.decode().then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS)),
  ]);
  const { naturalWidth: width, naturalHeight: height } = image;
  if (!settled || width === 0 || height === 0) return undefined;
  return isExportable(image) ? { source: image, width, height } : undefined;
}

/** Some browsers do not let a canvas be saved that shows certain SVGs. */
function isExportable(image: HTMLImageElement): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext('2d');
  try {
    pen?.drawImage(image, 0, 0, 1, 1);
    pen?.getImageData(0, 0, 1, 1);
    return pen !== null;
  } catch {
    return false;
  }
}
