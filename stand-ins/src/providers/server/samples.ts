import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../samples/', import.meta.url);

/** Reads a recorded body, such as `tvdb/error_502.html`. */
export function sample(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

/** The recorded bodies whose names begin with this, such as `tvdb/series_`. */
export function samplesOf(prefix: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((file) => file.startsWith(prefix));
}
