import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from './kernel/operator-error.ts';

/** The folder, if the dashboard was built into it. */
export function builtPage(folder: string): string {
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new OperatorError(`${folder} holds no dashboard; npm run build --workspace web makes it`);
}
