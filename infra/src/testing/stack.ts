import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { parseParameters } from '../kernel/parameters.ts';
import { TrackerStack } from '../tracker-stack.ts';

/** Parameters of a deployment with custom domains. */
export const OWN_DOMAINS = {
  apiDomain: {
    name: 'api.tracker.example',
    certificateArn: 'arn:aws:acm:ap-southeast-2:123456789012:certificate/fake-1',
  },
  dashboardDomain: {
    name: 'tracker.example',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/fake-2',
  },
  hostedZone: { id: 'Z00000000000000000000', name: 'tracker.example' },
};

const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-infra-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An app that leaves the functions unbundled, so that a template takes no second. */
export function quickApp(): App {
  const outdir = mkdtempSync(join(folder, 'cdk.out-'));
  return new App({ outdir, context: { 'aws:cdk:bundling-stacks': [] } });
}

/** A folder in the shape of the built dashboard, which the tests do not need. */
const PAGE = join(folder, 'page');
mkdirSync(join(PAGE, 'assets'), { recursive: true });
for (const name of ['index.html', 'favicon.svg', 'assets/index-B0x1.css', 'assets/index-D2y3.js']) {
  writeFileSync(join(PAGE, name), `content of ${name}`);
}

/** The stack of a deployment with these parameters. */
export function stackOf(app: App, parameters: unknown, page = PAGE): TrackerStack {
  const parsed = parseParameters(parameters, 'test');
  return new TrackerStack(app, 'ImmersionTracker', { parameters: parsed, page });
}

/** The template of a deployment with these parameters. */
export function templateOf(parameters: unknown = {}): Template {
  return Template.fromStack(stackOf(quickApp(), parameters));
}
