import { Failure } from './failure.ts';
import { readOptions, USAGE } from './options.ts';
import { createSend } from './send.ts';
import { smoke } from './smoke.ts';

const { stdout, stderr } = process;
const print = (line: string) => void stdout.write(`${line}\n`);

try {
  // biome-ignore lint/style/noProcessEnv: the one place of the smoke test that reads it.
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === undefined) {
    print(USAGE);
  } else {
    const send = createSend(options.url, () => performance.now());
    process.exitCode = (await smoke(options, { send, print })) ? 0 : 1;
  }
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
