import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import {
  OperatorError,
  type Parameters,
  parseParameters,
  readParameters,
} from './kernel/parameters.ts';
import { TrackerStack } from './tracker-stack.ts';

/** Where `build` of cdk.json, which runs before this, leaves the dashboard. */
const PAGE = fileURLToPath(new URL('../../web/dist', import.meta.url));

const app = new App();
// A finding that is not acknowledged, with a reason, ends the synthesis.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  new TrackerStack(app, 'ImmersionTracker', { parameters: parameters(), page: PAGE });
  app.synth();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** Those of `--context parameters=<file>`, of `infra/parameters.json` if it exists, or defaults. */
function parameters(): Parameters {
  const named: unknown = app.node.tryGetContext('parameters');
  // biome-ignore lint/style/noProcessEnv: npm tells where the operator stands, and runs in here.
  if (typeof named === 'string') return readParameters(resolve(process.env.INIT_CWD ?? '', named));
  const file = fileURLToPath(new URL('../parameters.json', import.meta.url));
  return existsSync(file) ? readParameters(file) : parseParameters({}, file);
}
