import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Bundles the client into `dist/`: one file to start, and one for each part that is loaded only when used. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'cli');
const dist = join(cli, 'dist');
/** What is loaded only when used. */
const parts = join(dist, 'parts');

/**
 * `trash` lists the mounted disks with @stroncium/procfs, which builds the names of the parsers that it
 * requires at run time. esbuild bundles such files only if the name ends in their extension.
 */
const procfsParsers: Plugin = {
  name: 'procfs-parsers',
  setup({ onLoad }) {
    onLoad({ filter: /@stroncium\/procfs\/lib\/parsers\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(/(parsers\/\$\{name\})/, '$1.js');
      if (contents === source) throw new Error(`${path} has changed: update this plugin`);
      return { contents };
    });
  },
};

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    immersion: 'cli/src/main.ts',
    'parts/length-worker': 'cli/src/disk/lengths/length-worker.ts',
  },
  outdir: 'cli/dist',
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  target: 'node22.13',
  format: 'esm',
  legalComments: 'none',
  metafile: true,
  plugins: [procfsParsers],
  // CommonJS packages call `require` for Node's modules, but an ES module has no `require`.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
writeFileSync(join(dist, 'LICENSES.txt'), licenses(Object.keys(metafile.inputs)));

// `trash` runs these programs from the folder that it is in, since Node cannot reach the trash of macOS and Windows.
for (const helper of ['macos-trash', 'windows-trash.exe']) {
  copyFileSync(
    fileURLToPath(new URL(`lib/${helper}`, import.meta.resolve('trash'))),
    join(parts, helper),
  );
  chmodSync(join(parts, helper), 0o755);
}

/** The licence of the client and of each bundled package. Most licences require a copy. */
function licenses(inputs: readonly string[]): string {
  const inPackages = inputs.filter((input) => input.includes('node_modules/'));
  const packages = new Set(
    inPackages.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? input),
  );
  return [root, ...[...packages].sort().map((path) => join(root, path))].map(license).join('\n\n');
}

function license(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined)
    throw new Error(`The bundle needs a licence file, but ${folder} has none`);
  const name = folder === root ? 'immersion' : folder.split(`node_modules${sep}`).at(-1);
  return `==== ${name} ====\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
