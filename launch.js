// Runs a program of this repository: node launch.js <file> [arguments]. Any Node can read this file, so
// it can say what is missing if Node is too old for the rest.
//
// In package.json, `exec` replaces npm's shell with a program that runs until it is stopped. npm sends
// SIGTERM to that shell only, which would exit without passing it on. Windows has no `exec`, hence the
// same command after `||`.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the sources need. */
const NODE_MAJOR = 24;

const root = fileURLToPath(new URL('.', import.meta.url));
const [node, , file, ...args] = process.argv;
const program = resolve(root, file);

if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR) fail(whyTooOld());
// As if the program had been started directly.
process.argv = [node, program, ...args];
try {
  await import(pathToFileURL(program).href);
} catch (error) {
  const missing = /^Cannot find package '([^']+)'/.exec(error.message);
  if (missing === null) throw error;
  fail(`The package ${missing[1]} is not installed. Run: npm ci --include=dev`);
}

/** The package `node` installs a Node by its install script. */
function whyTooOld() {
  const installed = (path) => existsSync(join(root, 'node_modules', path));
  const needs = `This needs Node ${NODE_MAJOR} or later, but runs on ${process.versions.node}.`;
  if (!installed('.')) return `${needs} Run: npm ci\nIt brings the right Node along.`;
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
