import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import * as z from 'zod';
import { parseParameters } from './parameters.ts';
import { TrackerStack } from './tracker-stack.ts';

/** Parameters of a deployment on domains of its own. */
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

/** The template of a deployment with these parameters. */
export function templateOf(parameters: unknown = {}): Template {
  const parsed = parseParameters(parameters, 'test');
  return Template.fromStack(new TrackerStack(quickApp(), 'ImmersionTracker', parsed));
}

const resource = z.looseObject({ Properties: z.looseObject({}) });

/** Resources of a type, by logical id, with the properties that the schema asks for. */
export function resourcesOf<S extends z.ZodType>(
  template: Template,
  type: string,
  properties: S,
): Map<string, z.output<S>> {
  const found = z.record(z.string(), resource).parse(template.findResources(type));
  return new Map(
    Object.entries(found).map(([id, { Properties }]) => [id, properties.parse(Properties)]),
  );
}

/** What a map holds under a key, or an error that names the key. */
export function at<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`there is no ${String(key)}`);
  return value;
}
