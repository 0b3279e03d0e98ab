import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { parseParameters } from '../kernel/parameters.ts';
import { functions } from '../service/bundle.ts';
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

const templates = new Map<string, Template>();

/** Makes stacks in a temporary folder, which is removed after the tests of the calling file. */
export function useStacks() {
  const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-infra-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const builtPage = join(folder, 'page');
  writePage(builtPage);
  const bundled = join(folder, 'functions');
  writeFunctions(bundled);

  /**
   * An app that does not validate the template by default rules, whose findings it would only print.
   */
  function quickApp(): App {
    const outdir = mkdtempSync(join(folder, 'cdk.out-'));
    return new App({ outdir, builtinCloudFormationValidation: false });
  }

  /** The stack of a deployment with these parameters. */
  function stackOf(app: App, parameters: unknown, page = builtPage): TrackerStack {
    const parsed = parseParameters(parameters, 'test');
    const props = { parameters: parsed, page, functions: bundled };
    return new TrackerStack(app, 'ImmersionTracker', props);
  }

  /** The template of a deployment with these parameters. Cached by the parameters. */
  function templateOf(parameters: unknown = {}): Template {
    const key = JSON.stringify(parameters);
    const template = templates.get(key) ?? Template.fromStack(stackOf(quickApp(), parameters));
    templates.set(key, template);
    return template;
  }

  return { quickApp, stackOf, templateOf };
}

/** Writes a folder in the shape of the built dashboard, which the tests do not need. */
function writePage(folder: string): void {
  const named = ['index.html', 'favicon.svg', 'sw.js'];
  const hashed = ['assets/index-B0x1.css', 'assets/index-D2y3.js'];
  mkdirSync(join(folder, 'assets'), { recursive: true });
  for (const name of [...named, ...hashed]) writeFileSync(join(folder, name), `content of ${name}`);
}

/** Writes a folder in the shape of the bundled functions. Bundling them takes seconds. */
function writeFunctions(folder: string): void {
  for (const name of functions.keys()) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.mjs'), `code of ${name}`);
  }
}
