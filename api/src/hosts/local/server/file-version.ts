import { statSync } from 'node:fs';

/** Changes whenever the file does. Undefined while it does not exist, or cannot be found. */
export function fileVersion(file: string): string | undefined {
  try {
    const stat = statSync(file, { bigint: true });
    return `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
  } catch {
    return undefined;
  }
}
