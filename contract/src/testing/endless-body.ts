const CHUNK = new TextEncoder().encode(' '.repeat(1024));

/** The body of a response that never ends, in chunks of 1 KiB, and how much of it was read. */
export function endlessBody() {
  let bytes = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      bytes += CHUNK.byteLength;
      controller.enqueue(CHUNK);
    },
    cancel() {
      isCancelled = true;
    },
  });
  return { body, pulled: () => ({ bytes, isCancelled }) };
}
