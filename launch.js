// Runs a program of this repository: node launch.js <file> [arguments]. Even an old Node can run this file, so it
// can tell the person which version to install.
//
// In package.json, `exec` replaces npm's shell with the program. Otherwise npm would send SIGTERM to the shell,
// which would exit without forwarding it. `exec` does not exist on Windows, hence the same command after `||`.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The oldest Node that runs the sources. */
const NODE_MAJOR = 24;

const root = fileURLToPath(new URL('.', import.meta.url));
const [node, , file, ...args] = process.argv;
const program = resolve(root, file);

if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR) fail(whyTooOld());
// The program sees the same arguments as if it had been started directly.
process.argv = [node, program, ...args];
try {
  await import(pathToFileURL(program).href);
} catch (error) {
  const missing = /^Cannot find package '([^']+)'/.exec(error.message);
  if (missing === null) throw error;
  fail(`The package ${missing[1]} is not installed. Run: npm ci --include=dev`);
}

/** The install script of the npm package `node` downloads a Node. */
function whyTooOld() {
  const installed = (path) => existsSync(join(root, 'node_modules', path));
  const needs = `This needs Node ${NODE_MAJOR} or later, but runs on ${process.versions.node}.`;
  if (!installed('.')) return `${needs} Run: npm ci\nIt also installs the right Node.`;
  const [why, option] = installed('node/package.json')
    ? ['npm ci installs the right Node, but not if install scripts are off', '--no-ignore-scripts']
    : [
        'npm ci installs the right Node, but not if development packages are left out',
        '--include=dev',
      ];
  return `${needs} ${why}. Run: npm ci ${option}\nOr install Node ${NODE_MAJOR} from https://nodejs.org.`;
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
