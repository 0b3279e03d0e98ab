import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildPage } from '../build-page.ts';
import { ROOT } from '../programs/program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The `cdk.out` folder: the template and the bundled functions. Tests only read it. */
    assembly: string;
  }
}

/** Everything that goes into the assembly. The lock file stands for the packages from npm. */
const SOURCES = [
  'package-lock.json',
  'tsconfig.json',
  'infra/cdk.json',
  '{api,contract,infra}/{package.json,src/**/*.*}',
  'web/dist/**/*.*',
];
const CACHE = join(ROOT, 'node_modules/.cache/assembly');

/** Builds the dashboard and synthesizes the AWS stack, once for all whole-system tests and until a source changes. */
export default function synthesize(project: TestProject): void {
  buildPage(project);
  const assembly = join(CACHE, hashOfSources());
  if (!existsSync(assembly)) synthesizeInto(assembly);
  project.provide('assembly', assembly);
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

function synthesizeInto(assembly: string): void {
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const parameters = join(CACHE, 'parameters.json');
  writeFileSync(parameters, '{}');
  const unfinished = join(CACHE, 'unfinished');
  const args = [
    'run',
    'synth',
    '--',
    '--output',
    unfinished,
    // Replaces the build command in cdk.json.
    '--build',
    'true',
    '--context',
    `parameters=${parameters}`,
  ];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm run synth failed:\n${stdout}${stderr}`);
  renameSync(unfinished, assembly);
}
