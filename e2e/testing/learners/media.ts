import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A media folder for one test. */
export interface MediaFolder {
  readonly path: string;
  /** Writes a file and creates its folders. */
  write(file: string, content?: string | Buffer): void;
  /** The sorted relative paths of all files and of all empty folders (`name/`). */
  tree(): string[];
  modeOf(file: string): number;
  remove(): void;
}

/** Creates a media folder with these files. The content of each is its own path. */
export function createMedia(...files: readonly string[]): MediaFolder {
  const path = mkdtempSync(join(tmpdir(), 'immersion-media-'));
  const media: MediaFolder = {
    path,
    write(file, content = file) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), content);
    },
    tree() {
      return [...paths(path)].map((found) => found.slice(path.length + 1)).sort();
    },
    modeOf: (file) => statSync(join(path, file)).mode & 0o777,
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const file of files) media.write(file);
  return media;
}

function* paths(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) yield path;
    else if (readdirSync(path).length === 0) yield `${path}/`;
    else yield* paths(path);
  }
}
