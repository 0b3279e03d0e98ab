import type { Subject } from './match.ts';

/** What to search for first: the folder of a show, or the file of a movie without its folder and extension. */
export function initialQuery({
  kind,
  names: [name = ''],
}: Pick<Subject, 'kind' | 'names'>): string {
  if (kind === 'episode') return name;
  const file = name.slice(name.lastIndexOf('/') + 1);
  return file.replace(/(?<=.)\.[a-z0-9]{2,4}$/i, '');
}
