import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestTemplate } from './make-template.ts';

/** Writes a `cdk.out` folder with a template and the code of each function, as `index.mjs`. */
export async function writeAssembly(
  template: TestTemplate,
  code: Readonly<Record<string, string>>,
): Promise<AsyncDisposable & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'assembly-'));
  const write = (name: string, value: unknown) =>
    writeFile(join(folder, name), JSON.stringify(value));
  await write('manifest.json', {
    artifacts: {
      Test: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'Test.template.json' },
      },
      'Test.assets': { type: 'cdk:asset-manifest', properties: { file: 'Test.assets.json' } },
    },
  });
  await write('Test.template.json', template);
  const ids = Object.keys(template.Resources);
  const files = ids.map((id) => [
    id,
    {
      source: { path: `asset.${id}`, packaging: 'zip' },
      destinations: { here: { bucketName: 'assets', objectKey: `${id}.zip` } },
    },
  ]);
  await write('Test.assets.json', { files: Object.fromEntries(files) });
  for (const id of ids) {
    await mkdir(join(folder, `asset.${id}`));
    await writeFile(join(folder, `asset.${id}`, 'index.mjs'), code[id] ?? '');
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
