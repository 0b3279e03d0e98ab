import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A folder with all that is in it, drawn in lines. Folders end in a slash. */
export function tree(folder: string): string[] {
  return [`${basename(folder)}/`, ...branches(folder)];
}

function branches(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry, index) => {
    const [fork, beneath] = index === sorted.length - 1 ? ['└── ', '    '] : ['├── ', '│   '];
    if (!entry.isDirectory()) return [fork + entry.name];
    const inside = branches(join(folder, entry.name)).map((line) => beneath + line);
    return [`${fork}${entry.name}/`, ...inside];
  });
}
