/**
 * Replaces `@aws-sdk/credential-provider-node` in the bundles. Lambda passes credentials in the
 * environment, and the chain that also tries files, single sign-on and instance metadata would add
 * about 90 KB to each bundle.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
