import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import manifest from '../package.json' with { type: 'json' };
import { sbom } from './sbom.ts';

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
const packages = bundledPackages(metafile);
writeFileSync(join(dist, 'LICENSES.txt'), [root, ...packages].map(license).join('\n\n'));
writeFileSync(join(dist, 'sbom.cdx.json'), sbom(root, manifest, new Set(packages.map(version))));

// `trash` runs these programs from the folder that it is in, since Node cannot reach the trash of macOS and Windows.
for (const helper of ['macos-trash', 'windows-trash.exe']) {
  copyFileSync(
    fileURLToPath(new URL(`lib/${helper}`, import.meta.resolve('trash'))),
    join(parts, helper),
  );
  chmodSync(join(parts, helper), 0o755);
}

/** The folders of the packages whose code is in the bundle. */
function bundledPackages({ outputs }: Metafile): string[] {
  const folders = Object.values(outputs)
    .flatMap((output) => Object.keys(output.inputs))
    .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
    .filter((folder) => folder !== undefined);
  return [...new Set(folders)].sort().map((folder) => join(root, folder));
}

function version(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name}@${version}`;
}

/** Most licences require a copy. */
function license(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined)
    throw new Error(`The bundle needs a licence file, but ${folder} has none`);
  const name = folder === root ? 'immersion' : folder.split(`node_modules${sep}`).at(-1);
  return `==== ${name} ====\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
