import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Makes `dist/`: all of the client in one file, from the sources. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'cli');
const dist = join(cli, 'dist');

/**
 * `trash` reads the mounted disks by @stroncium/procfs, which requires its parsers by names that it
 * makes up as it runs. esbuild bundles such files only where their extension is given.
 */
const procfsParsers: Plugin = {
  name: 'procfs-parsers',
  setup({ onLoad }) {
    onLoad({ filter: /@stroncium\/procfs\/lib\/parsers\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(/(parsers\/\$\{name\})/, '$1.js');
      if (contents === source) throw new Error(`${path} is not what this plugin knows`);
      return { contents };
    });
  },
};

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['cli/src/main.ts'],
  outfile: 'cli/dist/immersion.js',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node22.13',
  format: 'esm',
  legalComments: 'none',
  metafile: true,
  plugins: [procfsParsers],
  // Packages in CommonJS ask for Node's modules by `require`, which a module does not have.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
writeFileSync(join(dist, 'LICENSES.txt'), licenses(Object.keys(metafile.inputs)));

// `trash` runs these from beside itself: Node alone does not reach the trash of macOS and Windows.
for (const helper of ['macos-trash', 'windows-trash.exe']) {
  copyFileSync(
    fileURLToPath(new URL(`lib/${helper}`, import.meta.resolve('trash'))),
    join(dist, helper),
  );
  chmodSync(join(dist, helper), 0o755);
}

/** The licence of the client, and of each package in the bundle, as they ask for. */
function licenses(inputs: readonly string[]): string {
  const inPackages = inputs.filter((input) => input.includes('node_modules/'));
  const packages = new Set(
    inPackages.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? input),
  );
  return [root, ...[...packages].sort().map((path) => join(root, path))].map(license).join('\n\n');
}

function license(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no licence file: the bundle needs one`);
  const name = folder === root ? 'immersion' : folder.split(`node_modules${sep}`).at(-1);
  return `==== ${name} ====\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
