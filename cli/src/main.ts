import { realContext } from './context/real-context.ts';
import { run } from './program.ts';

process.exitCode = await run(process.argv.slice(2), realContext());
