import { linkKinds } from '@immersion-tracker/contract';
import { seconds } from '@immersion-tracker/contract/testing';
import { describe, expect, test } from 'vitest';
import { type Row, readRows, rowOf } from '../watches/testing/rows.ts';
import { kindFigures } from './figures.ts';
import { tallyAt } from './testing/tally.ts';

const midnight = seconds('2026-05-20T00:00:00+12:00');

describe.each(linkKinds.map((kind) => [kind.id, kind] as const))('records of %s', (_, kind) => {
  const { record: attributes, group: groupAttributes } = kind;
  const record = (id: string, groupId: string, more?: Row) => rowOf.link(kind, id, groupId, more);
  const group = (id: string, name: string, more?: Row) => rowOf.group(kind, id, name, more);
  const figuresOf = (rows: readonly Row[]) =>
    kindFigures(kind, readRows(rows), tallyAt('2026-05-20T12:00:00+12:00'));

  test('are counted by group, with its name and artwork', async () => {
    const { groups } = await figuresOf([
      group('g1', 'First', { [groupAttributes.artwork]: 'https://example.com/1.jpg' }),
      record('r1', 'g1'),
      record('r2', 'g1'),
    ]);

    expect(groups).toEqual([
      { id: 'g1', name: 'First', artworkUrl: 'https://example.com/1.jpg', watched: 2 },
    ]);
  });

  test('have groups sorted by count descending, then by name, with unknown ones last', async () => {
    const { groups } = await figuresOf([
      group('g1', 'b'),
      group('g2', 'a', { [groupAttributes.artwork]: null }),
      group('g3', 'z'),
      group('g4', 'never watched'),
      ...['g1', 'g2', 'g3', 'g9'].map((id, index) => record(`r${index}`, id)),
      record('r9', 'g3'),
    ]);

    expect(groups).toEqual([
      { id: 'g3', name: 'z', artworkUrl: null, watched: 2 },
      { id: 'g2', name: 'a', artworkUrl: null, watched: 1 },
      { id: 'g1', name: 'b', artworkUrl: null, watched: 1 },
      { id: 'g9', name: null, artworkUrl: null, watched: 1 },
    ]);
  });

  test('of today are counted separately, and each has its own length', async () => {
    const tally = tallyAt('2026-05-20T12:00:00+12:00');
    const read = readRows([
      record('r1', 'g1', { timestamp: midnight - 1, [attributes.duration]: 1799.5 }),
      record('r2', 'g1', { timestamp: midnight, [attributes.duration]: 1800.5 }),
    ]);

    const { watched, watchedToday } = await kindFigures(kind, read, tally);

    expect([watched, watchedToday]).toEqual([2, 1]);
    expect(tally.figures().total_hours_watched).toBe(1);
  });

  test.each([null, undefined, 7])(
    'have a null name if their group is called %s, and are left out if they are invalid',
    async (name) => {
      const { watched, groups } = await figuresOf([
        group('g1', 'x', { [groupAttributes.names[0]]: name }),
        record('r1', 'g1', { version: 4 }),
        record('r2', 'g1', { [attributes.duration]: 'PT10M' }),
        record('r3', 'g1', { [attributes.duration]: -1 }),
      ]);

      expect(watched).toBe(1);
      expect(groups).toEqual([{ id: 'g1', name: null, artworkUrl: null, watched: 1 }]);
    },
  );
});
