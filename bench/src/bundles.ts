import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleHandler } from '@immersion-tracker/infra/bundle';
import * as z from 'zod';

/** The bundled code of one function, as deployed. */
export interface Bundle {
  readonly name: string;
  /** Path of the handler's file. */
  readonly file: string;
  readonly bytes: number;
}

const template = z.object({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.unknown() })),
});
const functionProperties = z.object({ Code: z.object({ S3Key: z.string() }) });

/** The tracker's own functions in a synthesized stack, not those that CDK adds. Names come from their logical ids. */
export function bundlesOf(assembly: string, stack: string): Bundle[] {
  const text = readFileSync(join(assembly, `${stack}.template.json`), 'utf8');
  const { Resources } = template.parse(JSON.parse(text));
  return Object.entries(Resources)
    .filter(([id, { Type }]) => Type === 'AWS::Lambda::Function' && !id.startsWith('Custom'))
    .map(([id, { Properties }]) => {
      const hash = functionProperties.parse(Properties).Code.S3Key.replace('.zip', '');
      const file = join(assembly, `asset.${hash}`, 'index.mjs');
      const name = id.replace(/^Api/, '').replace(/Function[0-9A-F]{8}$/, '');
      return { name, file, bytes: statSync(file).size };
    });
}

/**
 * Two bundles of a handler that only makes one query: one with the whole SDK, and one like those of the functions,
 * without the credential providers that they do not need.
 */
export function bundleFloors(outdir: string): Bundle[] {
  const handler = fileURLToPath(new URL('floor.ts', import.meta.url));
  return ['floor', 'leanFloor'].map((name) => {
    bundleHandler(outdir, { name, file: handler, allCredentials: name === 'floor' });
    const file = join(outdir, name, 'index.mjs');
    return { name, file, bytes: statSync(file).size };
  });
}
