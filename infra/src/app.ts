import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readParameters } from './parameters.ts';
import { TrackerStack } from './tracker-stack.ts';

const app = new App();
// A finding that is not acknowledged, with a reason, ends the synthesis.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
const file: unknown = app.node.tryGetContext('parameters');
const parameters = readParameters(
  typeof file === 'string' ? file : fileURLToPath(new URL('../parameters.json', import.meta.url)),
);
new TrackerStack(app, 'ImmersionTracker', parameters);
app.synth();
