import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../programs/program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The client's package as npm publishes it: its tarball, and the folder of its contents. */
    client: { readonly tarball: string; readonly unpacked: string };
  }
}

/**
 * The same in each run, since Node's compile cache is by path. Outside the repository, where the package would find
 * dependencies that it lacks.
 */
const FOLDER = join(tmpdir(), `immersion-package-${hash('sha256', ROOT).slice(0, 8)}`);

/** Packs the client once for all whole-system tests. */
export default function packClient(project: TestProject): () => void {
  const remove = () => rmSync(FOLDER, { recursive: true, force: true });
  remove();
  mkdirSync(FOLDER, { recursive: true });
  execFileSync('npm', ['pack', '--pack-destination', FOLDER], {
    cwd: join(ROOT, 'cli'),
    stdio: 'pipe',
  });
  const [name = ''] = readdirSync(FOLDER);
  const tarball = join(FOLDER, name);
  execFileSync('tar', ['-xzf', tarball], { cwd: FOLDER });
  project.provide('client', { tarball, unpacked: join(FOLDER, 'package') });
  return remove;
}
