import { fileURLToPath } from 'node:url';
import type { LinkKind } from '@immersion-tracker/contract';
import { type BuildOptions, buildSync } from 'esbuild';
import { routes } from './routes.ts';

const api = fileURLToPath(new URL('../../../api/src/', import.meta.url));
const lambda = `${api}hosts/lambda/`;

/** The code of a function. */
interface Source {
  /** A file in `api/src/hosts/lambda/`, without its extension. */
  readonly entry: string;
  /** The kind of link that the function records, if any. */
  readonly link?: LinkKind;
}

/** The code of every function, by its name: that of its operation, or `authorizer`. */
export const functions: ReadonlyMap<string, Source> = new Map<string, Source>([
  ['authorizer', { entry: 'authorizer' }],
  ...routes,
]);

/** How a function becomes one file. The file includes the AWS SDK, since that starts faster. */
const options = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  target: 'node24',
  minify: true,
  mainFields: ['module', 'main'],
  // CommonJS packages call `require`, which an ES module does not have.
  banner: {
    js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
  },
  logLevel: 'warning',
} satisfies BuildOptions;

const alias = { '@aws-sdk/credential-provider-node': `${lambda}environment-credentials.ts` };

/** Bundles every function into `<name>/index.mjs` in a folder. */
export function bundleFunctions(outdir: string): void {
  const all = [...functions].map(([name, source]) => ({ name, ...source }));
  // At once, since esbuild then reads what they share only once. This saves most of the time.
  bundle(
    outdir,
    all.filter(({ link }) => link === undefined),
  );
  for (const { name, entry, link } of all) {
    if (link === undefined) continue;
    // With only this kind's provider client.
    const client = `${api}providers/${link.provider.id}/client.ts`;
    bundle(outdir, [{ name, entry }], {
      define: { LINK_KIND: JSON.stringify(link.id) },
      alias: { ...alias, '#link-provider': client },
    });
  }
}

function bundle(
  outdir: string,
  sources: readonly { readonly name: string; readonly entry: string }[],
  own: BuildOptions = {},
): void {
  const files = sources.map(({ name, entry }) => [`${name}/index`, `${lambda}${entry}.ts`]);
  buildSync({ ...options, alias, ...own, entryPoints: Object.fromEntries(files), outdir });
}

/**
 * Bundles another handler into `<name>/index.mjs`: as the functions are, or with all the credential
 * providers of the AWS SDK.
 */
export function bundleHandler(
  outdir: string,
  handler: { readonly name: string; readonly file: string; readonly allCredentials: boolean },
): void {
  const { name, file, allCredentials } = handler;
  const entryPoints = { [`${name}/index`]: file };
  buildSync({ ...options, ...(!allCredentials && { alias }), entryPoints, outdir });
}
