import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Attributes, inJson, numberKey } from './attributes.ts';

// DynamoDB's limits, see
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html

/** The largest item in bytes, with the names of its attributes. */
const ITEM_LIMIT_BYTES = 400 * 1024;
/** A number takes at most this many bytes. */
const NUMBER_BYTES = 21;
/** What a list or map takes, and again each of its elements. */
const NESTED_BYTES = 3;

/** Why DynamoDB would refuse an item with these attributes, or undefined. */
export function storageProblem(attributes: Attributes): string | undefined {
  if (!Object.values(attributes).every(hasProperSets))
    return 'has a set that is empty or has a value twice';
  const bytes = sizeOf(attributes);
  if (bytes <= ITEM_LIMIT_BYTES) return undefined;
  return `takes ${bytes} bytes, more than the ${ITEM_LIMIT_BYTES} that an item can have`;
}

function hasProperSets({ SS, NS, BS, L, M }: AttributeValue): boolean {
  const set = SS ?? NS?.map(numberKey) ?? BS?.map((bytes) => inJson({ bytes }));
  if (set !== undefined) return set.length > 0 && new Set(set).size === set.length;
  return [...(L ?? []), ...Object.values(M ?? {})].every(hasProperSets);
}

const sizeOf = (attributes: Attributes): number =>
  sum(
    Object.entries(attributes).map(([name, value]) => Buffer.byteLength(name) + valueSize(value)),
  );

function valueSize({ S, N, B, SS, NS, BS, L, M }: AttributeValue): number {
  const texts = [...(S === undefined ? [] : [S]), ...(SS ?? [])];
  const bytes = [...(B === undefined ? [] : [B]), ...(BS ?? [])];
  const numbers = (N === undefined ? 0 : 1) + (NS?.length ?? 0);
  const nested = L !== undefined || M !== undefined ? NESTED_BYTES : 0;
  return (
    1 +
    nested +
    numbers * NUMBER_BYTES +
    sum([...texts.map((text) => Buffer.byteLength(text)), ...bytes.map(({ length }) => length)]) +
    sum((L ?? []).map((value) => valueSize(value) + 1)) +
    (M === undefined ? 0 : sizeOf(M) + Object.keys(M).length)
  );
}

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
