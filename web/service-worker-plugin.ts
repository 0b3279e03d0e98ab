import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DASHBOARD_CONFIG_FILE } from '@immersion-tracker/contract';
import { build, type Plugin } from 'vite';
import type { Build, KeptFile } from './src/offline/build.ts';

/** Builds a service worker to `sw.js`. It gets the list of the built files as `BUILD`. */
export function serviceWorker(source: string): Plugin {
  let publicDir: string;
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      // Vite itself adds index.html in this step.
      order: 'post',
      async handler(_options, bundle) {
        const built = Object.values(bundle).map((file) =>
          keptFile(file.fileName, file.type === 'chunk' ? file.code : file.source),
        );
        const copied = readdirSync(publicDir).map((name) =>
          keptFile(name, readFileSync(join(publicDir, name))),
        );
        const files = [...built, ...copied, { path: DASHBOARD_CONFIG_FILE }];
        const version = createHash('sha256').update(JSON.stringify(files)).digest('hex');
        const code = await bundleWorker(source, { version: version.slice(0, 16), files });
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: code });
      },
    },
  };
}

function keptFile(name: string, content: string | Uint8Array): KeptFile {
  const hash = createHash('sha256').update(content).digest('base64');
  return { path: name === 'index.html' ? '' : name, integrity: `sha256-${hash}` };
}

/** Bundles the worker apart from the page, because a classic script cannot share modules with it. */
async function bundleWorker(source: string, kept: Build): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { BUILD: JSON.stringify(kept) },
    build: { write: false, rolldownOptions: { input: source, output: { format: 'iife' } } },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('Vite did not bundle the service worker.');
  return output.output[0].code;
}
