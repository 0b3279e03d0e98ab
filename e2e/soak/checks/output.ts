import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Program } from '../../testing/programs/program.ts';
import type { Secrets } from './secrets.ts';
import { ensure } from './violation.ts';

/** What the log says about a bug. */
const BUG = 'unexpected error';
/** Checked again with what follows, in case a secret is printed in two parts. In characters. */
const OVERLAP = 1000;

/** Returns a check of what a tracker has printed since the last call. */
export function createOutputCheck(secrets: Secrets): (program: Program) => void {
  const checked = new WeakMap<Program, number>();
  return (program) => {
    const { stdout, stderr } = program;
    const fresh = stderr.slice(Math.max(0, (checked.get(program) ?? 0) - OVERLAP));
    checked.set(program, stderr.length);
    secrets.check("The tracker's log", fresh);
    secrets.check('What the tracker prints at its start', stdout);
    const bug = fresh.indexOf(BUG);
    ensure(bug === -1, () => {
      const around = fresh.slice(Math.max(0, bug - 300), bug + 3000);
      return `The log should not have an ${BUG}: ${around}`;
    });
  };
}

/** Checks what a tracker that has stopped leaves on the disk. */
export function checkData(dataDir: string, secrets: Secrets): void {
  secrets.checkFiles(dataDir, ['secret.json']);
  using database = new DatabaseSync(join(dataDir, 'immersion-tracker.sqlite'));
  const [row] = database.prepare('PRAGMA integrity_check').all();
  const state = row?.integrity_check;
  ensure(state === 'ok', () => `The integrity check of the database should say ok: ${state}`);
}
