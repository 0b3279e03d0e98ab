import type { DatabaseSync } from 'node:sqlite';

/** A column of the table `items`. Other tools can have added some. */
export interface Column {
  /** As declared, such as `INTEGER`. */
  readonly type: string;
  /** Whether a new row needs a value. */
  readonly required: boolean;
}

/** The columns of the table `items`, by name. Empty if the table does not exist. */
export function columnsOf(database: DatabaseSync): ReadonlyMap<string, Column> {
  const rows = database.prepare(
    `SELECT name, type, "notnull" = 1 AND dflt_value IS NULL AS required
     FROM pragma_table_info('items')`,
  );
  return new Map(
    rows.all().map(({ name, type, required }) => {
      return [`${name}`, { type: `${type}`, required: required === 1 }];
    }),
  );
}

/** Quotes a column name for SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
