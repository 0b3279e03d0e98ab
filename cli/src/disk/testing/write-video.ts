import {
  EncodedPacket,
  EncodedVideoPacketSource,
  FilePathTarget,
  MkvOutputFormat,
  Output,
  type OutputFormat,
} from 'mediabunny';

const FRAMES = 24;
const DECODER = { codec: 'vp09.00.10.08', codedWidth: 320, codedHeight: 240 };

/** Writes a video of this length: a real container, with frames that no player could show. */
export async function writeVideo(
  path: string,
  seconds: number,
  format: OutputFormat = new MkvOutputFormat(),
): Promise<void> {
  const output = new Output({ format, target: new FilePathTarget(path) });
  const source = new EncodedVideoPacketSource('vp9');
  output.addVideoTrack(source);
  await output.start();
  const duration = seconds / FRAMES;
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const packet = new EncodedPacket(new Uint8Array(10), 'key', frame * duration, duration);
    await source.add(packet, { decoderConfig: DECODER });
  }
  await output.finalize();
}
