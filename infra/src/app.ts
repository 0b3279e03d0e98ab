import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import {
  OperatorError,
  type Parameters,
  parseParameters,
  readParameters,
} from './kernel/parameters.ts';
import { bundleFunctions } from './service/bundle.ts';
import { TrackerStack } from './tracker-stack.ts';

/** The built dashboard: cdk.json runs its `build` command before this program. */
const PAGE = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** CDK copies the functions from here. */
const functions = mkdtempSync(join(tmpdir(), 'immersion-tracker-functions-'));
const app = new App();
// The synthesis fails on any finding that is not accepted with a reason.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  const read = parameters();
  bundleFunctions(functions);
  new TrackerStack(app, 'ImmersionTracker', { parameters: read, page: PAGE, functions });
  app.synth();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(functions, { recursive: true, force: true });
}

/** From `--context parameters=<file>`, else from `infra/parameters.json` if it exists, else the defaults. */
function parameters(): Parameters {
  const named: unknown = app.node.tryGetContext('parameters');
  // biome-ignore lint/style/noProcessEnv: npm runs this in infra/, and sets INIT_CWD to the operator's folder.
  if (typeof named === 'string') return readParameters(resolve(process.env.INIT_CWD ?? '', named));
  const file = fileURLToPath(new URL('../parameters.json', import.meta.url));
  return existsSync(file) ? readParameters(file) : parseParameters({}, file);
}
