import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildPage } from '../build-page.ts';
import { ROOT } from '../programs/program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The `cdk.out` folder: the template and the bundled functions. */
    assembly: string;
  }
}

/** Builds the dashboard and synthesizes the AWS stack, once for all whole-system tests. */
export default function synthesize(project: TestProject): () => void {
  buildPage(project);
  const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-assembly-'));
  const assembly = join(folder, 'cdk.out');
  const parameters = join(folder, 'parameters.json');
  writeFileSync(parameters, '{}');
  const args = [
    'run',
    'synth',
    '--',
    '--output',
    assembly,
    // Replaces the build command in cdk.json.
    '--build',
    'true',
    '--context',
    `parameters=${parameters}`,
  ];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm run synth failed:\n${stdout}${stderr}`);
  project.provide('assembly', assembly);
  return () => rmSync(folder, { recursive: true, force: true });
}
