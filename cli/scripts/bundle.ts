import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Makes `dist/immersion.js`, all of the client in one file, from the sources. */
const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(here('dist'), { recursive: true, force: true });
await build({
  entryPoints: [here('src/main.ts')],
  outfile: here('dist/immersion.js'),
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node22.13',
  format: 'esm',
  legalComments: 'linked',
  // What is CommonJS inside asks for Node's modules by `require`, which modules do not have.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

// `trash` runs these beside itself: macOS and Windows have no trash that Node could reach.
mkdirSync(here('dist'), { recursive: true });
for (const helper of ['macos-trash', 'windows-trash.exe']) {
  const source = fileURLToPath(new URL(`lib/${helper}`, import.meta.resolve('trash')));
  copyFileSync(source, here(`dist/${helper}`));
  chmodSync(here(`dist/${helper}`), 0o755);
}
