// What npm ci does after it has installed the packages: node install.js <step>. A step that fails leaves
// the rest usable, so it only says what is missing.
import { spawnSync } from 'node:child_process';

const STEPS = {
  // In a package of its own, because its install scripts would compile C++.
  'lambda-runtime': {
    command: 'npm ci --prefix stand-ins/lambda-runtime --ignore-scripts --silent',
    failure:
      'Could not install stand-ins/lambda-runtime, which only the tests of the AWS stack need. To try again, run: npm ci',
  },
  dashboard: {
    command: 'npm run --silent build -- --logLevel warn',
    failure:
      'Could not build the dashboard. Everything else works. To try again, run: npm run build',
  },
};

const { command, failure } = STEPS[process.argv[2]];
// npm is a script on Windows, which only a shell can start.
const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
if (status !== 0) process.stderr.write(`${failure}\n`);
