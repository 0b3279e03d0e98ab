import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type MediaKind, mediaKinds } from '@immersion-tracker/contract';
import { startTracker } from '@immersion-tracker/e2e/tracker';
import { type Item, PARTITION } from './items.ts';
import type { Subject } from './measure.ts';

/** Starts a tracker on a SQLite file with these items. */
export async function sqliteSubject(items: readonly Item[]): Promise<Subject> {
  const tracker = await startTracker();
  const file = join(tracker.dataDir, 'immersion-tracker.sqlite');
  fill(file, items);
  const database = new DatabaseSync(file, { readOnly: true });
  const figures = mediaKinds.flatMap((kind) => statements(database, kind, []));
  const lists = mediaKinds.flatMap((kind) => statements(database, kind, listedColumns(kind)));
  const readAll = (selected: ReturnType<typeof statements>) => {
    for (const { statement, from, to } of selected) statement.all(PARTITION, from, to);
  };
  return {
    url: tracker.url,
    pid: tracker.program.pid,
    readFigures: async () => readAll(figures),
    readList: async () => readAll(lists),
    async close() {
      database.close();
      await tracker.remove();
    },
  };
}

function fill(file: string, items: readonly Item[]): void {
  using database = new DatabaseSync(file);
  database.exec('BEGIN');
  for (const [names, alike] of Map.groupBy(items, (item) => Object.keys(item).join(', '))) {
    const places = names.replaceAll(/\w+/g, '?');
    const insert = database.prepare(`INSERT INTO items (${names}) VALUES (${places})`);
    for (const item of alike) insert.run(...Object.values(item));
  }
  database.exec('COMMIT');
}

/** Reads the columns of a kind's records and groups that figures need, and these of its records. */
function statements(database: DatabaseSync, { record, group }: MediaKind, more: readonly string[]) {
  const own = group === null ? [record.titleFallback, ...record.titles] : [record.group];
  const columns = ['timestamp', record.duration, ...own, ...more];
  return [
    select(database, record.prefix, columns),
    ...(group === null
      ? []
      : [
          select(database, group.prefix, [
            ...[group.id, ...group.names, group.artwork],
            ...[group.sharedId, group.averageDuration],
          ]),
        ]),
  ];
}

const listedColumns = ({ record, group }: MediaKind): string[] => [
  ...['sk', 'rewatch_of', ...record.titles],
  ...(group === null ? record.artworks : []),
];

function select(
  database: DatabaseSync,
  prefix: string,
  names: readonly (string | null | undefined)[],
) {
  const columns = [...new Set(names)].filter((name) => name != null).join(', ');
  const statement = database.prepare(
    `SELECT ${columns} FROM items WHERE pk = ? AND sk >= ? AND sk < ? ORDER BY sk`,
  );
  // `$` follows `#`, with which every prefix ends.
  return { statement, from: prefix, to: prefix.replace(/#$/, '$') };
}
