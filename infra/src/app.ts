import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { type Parameters, parseParameters, readParameters } from './parameters.ts';
import { TrackerStack } from './tracker-stack.ts';

const app = new App();
// A finding that is not acknowledged, with a reason, ends the synthesis.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
new TrackerStack(app, 'ImmersionTracker', parameters());
app.synth();

/** Those of `--context parameters=<file>`, of `infra/parameters.json` where it exists, or defaults. */
function parameters(): Parameters {
  const named: unknown = app.node.tryGetContext('parameters');
  if (typeof named === 'string') return readParameters(named);
  const file = fileURLToPath(new URL('../parameters.json', import.meta.url));
  return existsSync(file) ? readParameters(file) : parseParameters({}, file);
}
