import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { parse } from './parse.ts';

/** The output of `cdk synth` for one stack: the template, and the folders of code that it refers to. */
export interface Assembly {
  readonly stackName: string;
  /** The template, not yet validated. */
  readonly template: unknown;
  /** The folder that a deployment would zip and upload under this key. */
  assetFolder(objectKey: string): string;
}

const manifestSchema = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({ type: z.string(), properties: z.unknown().optional() }),
  ),
});
const stackProperties = z.looseObject({
  templateFile: z.string(),
  stackName: z.string().optional(),
});
const assetsSchema = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      source: z.looseObject({ path: z.string().optional(), packaging: z.string().optional() }),
      destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
    }),
  ),
});

/** Reads a `cdk.out` folder. Without a name, it must contain exactly one stack. */
export function readAssembly(folder: string, wantedStack?: string): Assembly {
  const { artifacts } = readJson(join(folder, 'manifest.json'), manifestSchema);
  const stacks = Object.entries(artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, { properties }]) => ({ id, ...parse(`stack ${id}`, stackProperties, properties) }))
    .map((stack) => ({ ...stack, stackName: stack.stackName ?? stack.id }));
  const wanted = stacks.filter(
    ({ id, stackName }) => wantedStack === undefined || [id, stackName].includes(wantedStack),
  );
  const [stack] = wanted;
  if (stack === undefined || wanted.length > 1) {
    const names = stacks.map(({ stackName }) => stackName).join(', ');
    const what = wantedStack === undefined ? 'one stack' : `one stack ${wantedStack}`;
    throw new Error(`${folder} does not have exactly ${what}. It has: ${names}.`);
  }

  const { files } = readJson(join(folder, `${stack.id}.assets.json`), assetsSchema);
  return {
    stackName: stack.stackName,
    template: readJson(join(folder, stack.templateFile), z.unknown()),
    assetFolder(objectKey) {
      const asset = Object.values(files).find(({ destinations }) =>
        Object.values(destinations).some((destination) => destination.objectKey === objectKey),
      );
      if (asset?.source.packaging !== 'zip' || asset.source.path === undefined) {
        throw new Error(`The stack ${stack.id} does not have a folder for the asset ${objectKey}.`);
      }
      const path = resolve(folder, asset.source.path);
      if (existsSync(path)) return path;
      throw new Error(`${path} is missing. Synthesize the stack again.`);
    },
  };
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  return parse(file, schema, JSON.parse(readFileSync(file, 'utf8')));
}
