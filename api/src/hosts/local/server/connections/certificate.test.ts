import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type RecordingLog, recordingLog } from '../../../../kernel/testing/fakes.ts';
import { ConfigError } from '../../../config.ts';
import { watchCertificate } from './certificate.ts';
import { listen } from './listen.ts';
import { TIMEOUTS } from './timeouts.ts';

interface Pair {
  readonly cert: string;
  readonly private: string;
}

const make = (value: string): Promise<Pair> =>
  generate([{ name: 'commonName', value }], { keyType: 'ec' });

let [first, second]: readonly Pair[] = [];
beforeAll(async () => {
  [first, second] = await Promise.all([make('first'), make('second')]);
});

let folder: string;
let tls: { readonly cert: string; readonly key: string };
let recording: RecordingLog;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  recording = recordingLog();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts with the first certificate. Returns the common name that a new connection gets. */
async function startWithFirst(): Promise<() => Promise<unknown>> {
  writeFileSync(tls.cert, first?.cert ?? '');
  writeFileSync(tls.key, first?.private ?? '');
  const certificate = watchCertificate(tls, recording.log);
  const config = { host: '127.0.0.1', port: 0, certificate, timeouts: TIMEOUTS };
  const server = await listen(() => new Response('ok'), config);
  onTestFinished(() => server.close());
  return async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    const { subject } = socket.getPeerCertificate();
    socket.destroy();
    return subject.CN;
  };
}

test('new connections get a renewed certificate, but not before its key is there too', async () => {
  const served = await startWithFirst();
  const before = await served();

  writeFileSync(tls.cert, second?.cert ?? '');
  const meanwhile = [await served(), await served()];
  writeFileSync(tls.key, second?.private ?? '');
  const after = await served();

  expect([before, ...meanwhile, after]).toEqual(['first', 'first', 'first', 'second']);
  expect(recording.entries.map(({ message }) => message)).toEqual([
    expect.stringContaining('are not a matching PEM certificate and key;'),
    `${tls.cert} is valid again; its certificate is in use`,
  ]);
});

test('while a file is missing, the last valid certificate stays in use, which is logged once', async () => {
  const served = await startWithFirst();
  const before = await served();

  rmSync(tls.key);
  const without = [await served(), await served()];

  expect([before, ...without]).toEqual(['first', 'first', 'first']);
  expect(recording.entries.map(({ message }) => message)).toEqual([
    expect.stringMatching(/cannot read .*key\.pem; .*; the last valid certificate stays in use$/),
  ]);
});

test('a pipe in the place of a file does not keep new connections waiting', async () => {
  const served = await startWithFirst();
  await served();

  rmSync(tls.key);
  execFileSync('mkfifo', [tls.key]);

  expect(await served()).toBe('first');
});

test.each([
  ['are not certificates', 'x', /^IMMERSION_TRACKER_TLS_CERT, .* not a matching PEM .*; choose/],
  ['are missing', undefined, /^IMMERSION_TRACKER_TLS_CERT, .* cannot read .*cert\.pem; /],
])('files that %s at the start are an error that names the variables', (_, content, message) => {
  if (content !== undefined) for (const file of Object.values(tls)) writeFileSync(file, content);
  const watch = () => watchCertificate(tls, recording.log);

  expect(watch).toThrow(ConfigError);
  expect(watch).toThrow(message);
});
