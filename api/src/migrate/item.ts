import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { canonical } from './decimal.ts';

/**
 * An item with all its attributes, whoever wrote it. Their values are written as DynamoDB does,
 * since it can hold whatever SQLite can, and numbers are text with all their digits. An attribute
 * that is NULL counts as absent.
 */
export interface WholeItem {
  readonly pk: string;
  readonly sk: string;
  /** By name, the keys among them. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** Whether all that the item says is there as well. There may be more, such as a later version. */
export function isHeldBy(there: WholeItem, item: WholeItem): boolean {
  return Object.entries(item.attributes).every(([name, value]) => {
    const other = there.attributes[name];
    return other !== undefined && isSame(value, other);
  });
}

/** Of the kinds that both databases have. */
function isSame(value: AttributeValue, other: AttributeValue): boolean {
  if (value.N !== undefined && other.N !== undefined) {
    return canonical(value.N) === canonical(other.N);
  }
  if (value.B !== undefined && other.B !== undefined) return Buffer.compare(value.B, other.B) === 0;
  return value.S !== undefined && value.S === other.S;
}
