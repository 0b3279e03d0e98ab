/**
 * Takes the place of `@aws-sdk/credential-provider-node` in the bundles. Lambda hands credentials over
 * in the environment; the chain that also looks into files, single sign-on and instance metadata is
 * about 90 KB of each bundle.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
