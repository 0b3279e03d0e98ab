import {
  EncodedPacket,
  EncodedVideoPacketSource,
  FilePathTarget,
  MkvOutputFormat,
  Output,
  type OutputFormat,
} from 'mediabunny';

const FRAMES = 24;
const START_CODE = [0, 0, 0, 1];

/** What the codecs need: a name for decoders, and the bytes of a frame. MPEG transport streams look into frames. */
const CODECS = {
  vp9: { codec: 'vp09.00.10.08', frame: [0] },
  avc: {
    codec: 'avc1.42c01e',
    frame: [
      ...[...START_CODE, 0x67, 0x42, 0xc0, 0x1e, 0xd9, 0x00, 0xa0, 0x47, 0xfe, 0xc8],
      ...[...START_CODE, 0x68, 0xce, 0x3c, 0x80],
      ...[...START_CODE, 0x65, 0x88, 0x84, 0x00, 0x10],
    ],
  },
};

export interface VideoOptions {
  /** The container; Matroska by default. */
  readonly format?: OutputFormat;
  readonly codec?: keyof typeof CODECS;
  /** The time of the first frame, in seconds. */
  readonly start?: number;
}

/** Writes a video of this length: a real container, with frames that no player could show. */
export async function writeVideo(
  path: string,
  seconds: number,
  { format = new MkvOutputFormat(), codec = 'vp9', start = 0 }: VideoOptions = {},
): Promise<void> {
  const output = new Output({ format, target: new FilePathTarget(path) });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source);
  await output.start();
  const duration = seconds / FRAMES;
  const { frame, ...decoder } = CODECS[codec];
  const meta = { decoderConfig: { ...decoder, codedWidth: 640, codedHeight: 480 } };
  for (let index = 0; index < FRAMES; index += 1) {
    const time = start + index * duration;
    await source.add(new EncodedPacket(new Uint8Array(frame), 'key', time, duration), meta);
  }
  await output.finalize();
}
