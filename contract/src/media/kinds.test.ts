import { describe, expect, test } from 'vitest';
import { linkKinds, mediaKinds, providers } from './kinds.ts';
import type { LinkKind, MediaKind } from './media-kind.ts';

const kinds: readonly MediaKind[] = mediaKinds;

test.each([
  ['ids', kinds.map(({ id }) => id)],
  ['operations', kinds.map(({ sync }) => sync.operation)],
  ['paths', kinds.map(({ sync }) => sync.path)],
  [
    'fields of the progress',
    kinds.flatMap(({ progress: { total, today, groups } }) => [total, today, groups]),
  ],
  ['keys of providers', providers.flatMap(({ keys }) => keys)],
  ['addresses of providers', providers.flatMap(({ origins }) => Object.keys(origins))],
])('no two kinds share %s', (_, names) => {
  expect(names).toEqual([...new Set(names)]);
});

test('no sort key of one sort of item begins like those of another', () => {
  const prefixes = kinds.flatMap(({ record, group }) =>
    group ? [record.prefix, group.prefix] : [record.prefix],
  );
  const shared = prefixes.filter((prefix, index) =>
    prefixes.some((other, at) => at !== index && prefix.startsWith(other)),
  );

  expect(shared).toEqual([]);
});

describe.each(linkKinds.map((kind): [string, LinkKind] => [kind.id, kind]))('%s', (_, kind) => {
  test('names attributes of its own', () => {
    const { record, group } = kind;

    expect(Object.keys(record.attributes()).sort()).toEqual(
      [record.id, record.title, record.duration, record.group].sort(),
    );
    expect(Object.keys(group.attributes()).sort()).toEqual(
      [group.id, group.name, group.artwork].sort(),
    );
  });
});
