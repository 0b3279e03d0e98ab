import { describe, expect, test } from 'vitest';
import { linkKinds, mediaKinds, providers } from './kinds.ts';
import type { LinkKind, MediaKind } from './media-kind.ts';

const kinds: readonly MediaKind[] = mediaKinds;

test.each([
  ['ids', kinds.map(({ id }) => id)],
  ['operations', kinds.map(({ sync }) => sync.operation)],
  ['paths', kinds.map(({ sync }) => sync.path)],
  [
    'progress fields',
    kinds.flatMap(({ progress: { total, today, groups } }) => [total, today, groups]),
  ],
  ['provider keys', providers.flatMap(({ keys }) => keys)],
  ['names of origins', providers.flatMap(({ origins }) => Object.keys(origins))],
])('no two kinds share %s', (_, names) => {
  expect(names).toEqual([...new Set(names)]);
});

test('no sort-key prefix begins with another one', () => {
  const prefixes = kinds.flatMap(({ record, group }) =>
    group ? [record.prefix, group.prefix] : [record.prefix],
  );
  const shared = prefixes.filter((prefix, index) =>
    prefixes.some((other, at) => at !== index && prefix.startsWith(other)),
  );

  expect(shared).toEqual([]);
});

test('one kind backfills, since `POST /backfill` does not say which', () => {
  expect(linkKinds.filter(({ sync }) => sync.backfills)).toHaveLength(1);
});

describe.each(linkKinds.map((kind): [string, LinkKind] => [kind.id, kind]))('%s', (_, kind) => {
  test('names its own attributes, and all of them', () => {
    const { record, group } = kind;

    expect(Object.keys(record.attributes()).sort()).toEqual(
      [record.id, record.titles[0], record.duration, record.group].sort(),
    );
    expect(Object.keys(group.attributes()).sort()).toEqual(
      [group.id, group.names[0], group.artwork].sort(),
    );
  });
});
