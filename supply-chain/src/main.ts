// Checks every lock file of the repository: hashes, addresses, versions, licences and install scripts.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledIn, lockFile, manifest, problemsIn } from './lock-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('**/package-lock.json', { cwd: root, exclude: ['**/node_modules'] });

for (const file of files) {
  const lock = lockFile.parse(readJson(join(root, file)));
  const problems = problemsIn(
    lock,
    manifest.parse(readJson(join(root, dirname(file), 'package.json'))),
  );
  for (const problem of problems) console.error(`${file}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else {
    const [all, bundled] = [Object.keys(lock.packages).length, bundledIn(lock).length];
    console.log(
      `${file}: checked ${all} packages, of which ${bundled} are bundled with another and covered by its hash.`,
    );
  }
}
if (files.length === 0) throw new Error(`Found no package-lock.json in ${root}`);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
