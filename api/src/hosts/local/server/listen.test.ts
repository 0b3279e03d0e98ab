import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ConfigError } from '../../config.ts';
import { LIMITS } from './limits.ts';
import { listen } from './listen.ts';

const config = { host: '127.0.0.1', port: 0, tls: undefined, limits: LIMITS };
const fetch = () => new Response('ok');
const log = () => {};

test('files that are not certificates are reported with their variables', async () => {
  const file = fileURLToPath(import.meta.url);

  const listening = listen(fetch, { ...config, tls: { cert: file, key: file } }, log);

  await expect(listening).rejects.toThrow(ConfigError);
  await expect(listening).rejects.toThrow(
    /^IMMERSION_TRACKER_TLS_CERT, .* not a matching PEM certificate and key; choose/,
  );
});

test('a certificate that cannot be read is reported with its variable', async () => {
  const tls = { cert: '/nowhere.pem', key: '/nowhere.pem' };

  const listening = listen(fetch, { ...config, tls }, log);

  await expect(listening).rejects.toThrow(
    /^IMMERSION_TRACKER_TLS_CERT, .* cannot read \/nowhere\.pem; /,
  );
});
