import { fileURLToPath } from 'node:url';
import type { LinkKind } from '@immersion-tracker/contract';
import { type NodejsFunctionProps, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export const FUNCTIONS = `${root}api/src/hosts/lambda`;

/** Bundles a function into one file. The file includes the AWS SDK, since that starts faster. */
export const bundled = {
  projectRoot: root,
  depsLockFilePath: `${root}package-lock.json`,
  bundling: {
    format: OutputFormat.ESM,
    target: 'node24',
    minify: true,
    mainFields: ['module', 'main'],
    externalModules: [],
    // CommonJS packages call `require`, which an ES module does not have.
    banner:
      "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
    esbuildArgs: {
      '--alias:@aws-sdk/credential-provider-node': `${FUNCTIONS}/environment-credentials.ts`,
    },
  },
} satisfies NodejsFunctionProps;

/** The same; if the function records links, only with that kind's provider client. */
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
