import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { readParameters } from './parameters.ts';
import { TrackerStack } from './tracker-stack.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const app = new App();
const file: unknown = app.node.tryGetContext('parameters');
const site = folder('../../web/dist');
new TrackerStack(app, 'ImmersionTracker', {
  parameters: readParameters(typeof file === 'string' ? file : folder('../parameters.json')),
  site: existsSync(site) ? site : undefined,
});
app.synth();
