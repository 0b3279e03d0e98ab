import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder on the disk. Paths are relative to it, and use slashes. */
export interface Folder {
  readonly path: string;
  of(file: string): string;
  /** The opposite of `of`. */
  within(path: string): string;
  /** Writes a file and the folders that it needs, or makes a folder if the path ends in a slash. */
  write(file: string, content?: string): void;
  read(file: string): string;
  /** Every file, and every empty folder (as `name/`), sorted. */
  tree(): string[];
}

/** Makes a folder for the current test. Each file contains its own path. */
export function createFolder(...files: readonly string[]): Folder {
  const path = mkdtempSync(join(tmpdir(), 'immersion-folder-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const of = (file: string) => join(path, file);
  const within = (file: string) => file.slice(path.length + 1).replaceAll(sep, '/');
  const folder: Folder = {
    path,
    of,
    within,
    write(file, content = file) {
      mkdirSync(file.endsWith('/') ? of(file) : dirname(of(file)), { recursive: true });
      if (!file.endsWith('/')) writeFileSync(of(file), content);
    },
    read: (file) => readFileSync(of(file), 'utf8'),
    tree: () => leaves(path).map(within).sort(),
  };
  for (const file of files) folder.write(file);
  return folder;
}

function leaves(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return readdirSync(path).length === 0 ? [`${path}/`] : leaves(path);
  });
}
