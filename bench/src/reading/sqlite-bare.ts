import { DatabaseSync } from 'node:sqlite';
import { type MediaKind, mediaKinds } from '@immersion-tracker/contract';
import { serveReadings } from './bare-server.ts';
import { PARTITION } from './items.ts';

// The bare readings of a SQLite file.

const database = new DatabaseSync(process.argv[2] ?? '', { readOnly: true });
const figures = mediaKinds.flatMap((kind) => statements(kind, []));
const list = mediaKinds.flatMap((kind) => statements(kind, listedColumns(kind)));
await serveReadings({ figures: () => readAll(figures), list: () => readAll(list) });

function readAll(selected: ReturnType<typeof statements>): void {
  for (const { statement, from, to } of selected) statement.all(PARTITION, from, to);
}

/** Reads the columns of a kind's records and groups that figures need, and these of its records. */
function statements({ record, group }: MediaKind, more: readonly string[]) {
  const own = group === null ? [record.titleFallback, ...record.titles] : [record.group];
  const columns = ['timestamp', record.duration, ...own, ...more];
  return [
    select(record.prefix, columns),
    ...(group === null
      ? []
      : [
          select(group.prefix, [
            ...[group.id, ...group.names, group.artwork],
            ...[group.sharedId, group.averageDuration],
          ]),
        ]),
  ];
}

function listedColumns({ record, group }: MediaKind): string[] {
  const own = group === null ? [...record.artworks, 'duration_source'] : [];
  return ['sk', 'rewatch_of', ...record.titles, ...own];
}

function select(prefix: string, names: readonly (string | null | undefined)[]) {
  const columns = [...new Set(names)].filter((name) => name != null).join(', ');
  const statement = database.prepare(
    `SELECT ${columns} FROM items WHERE pk = ? AND sk >= ? AND sk < ? ORDER BY sk`,
  );
  // `$` follows `#`, with which every prefix ends.
  return { statement, from: prefix, to: prefix.replace(/#$/, '$') };
}
