import { fileURLToPath } from 'node:url';
import type { LinkKind } from '@immersion-tracker/contract';
import { type NodejsFunctionProps, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the functions are. */
export const FUNCTIONS = `${root}api/src/hosts/lambda`;

/** How the code of a function becomes one file, with the SDK in it, which starts faster so. */
export const bundled = {
  projectRoot: root,
  depsLockFilePath: `${root}package-lock.json`,
  bundling: {
    format: OutputFormat.ESM,
    target: 'node24',
    minify: true,
    mainFields: ['module', 'main'],
    externalModules: [],
    // Packages in CommonJS ask for Node's modules by `require`, which a module does not have.
    banner:
      "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
    esbuildArgs: {
      '--alias:@aws-sdk/credential-provider-node': `${FUNCTIONS}/environment-credentials.ts`,
    },
  },
} satisfies NodejsFunctionProps;

/** The same, for the function of a kind of link with its provider's client alone. */
export function bundleFor(link: LinkKind | undefined): NodejsFunctionProps {
  if (link === undefined) return bundled;
  const { bundling } = bundled;
  const client = `${root}api/src/providers/${link.provider.id}/client.ts`;
  return {
    ...bundled,
    bundling: {
      ...bundling,
      define: { LINK_KIND: JSON.stringify(link.id) },
      esbuildArgs: { ...bundling.esbuildArgs, '--alias:#link-provider': client },
    },
  };
}
