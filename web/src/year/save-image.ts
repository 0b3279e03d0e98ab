const TYPE = 'image/png';
/** Milliseconds for which the download's URL stays valid, since some browsers begin to read it late. */
const KEPT_MS = 60_000;

/** The canvas's image as a file. */
async function fileOf(canvas: HTMLCanvasElement, name: string): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, TYPE));
  if (blob === null) throw new Error('This browser could not save the image.');
  return new File([blob], name, { type: TYPE });
}

/** Saves the canvas's image among the person's downloads. */
export async function download(canvas: HTMLCanvasElement, name: string): Promise<void> {
  const url = URL.createObjectURL(await fileOf(canvas, name));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** Whether the browser can hand an image to other apps. */
export const canShare = (): boolean =>
  navigator.canShare?.({ files: [new File([], 'image.png', { type: TYPE })] }) ?? false;

/** Lets the person choose an app for the image. Choosing none is fine. */
export async function share(canvas: HTMLCanvasElement, name: string): Promise<void> {
  try {
    await navigator.share({ files: [await fileOf(canvas, name)] });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}
