import { isDeepStrictEqual } from 'node:util';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Attributes, inJson, numberKey } from '../store/sqlite/row.ts';

/** An item with all its attributes, whoever wrote it. */
export interface WholeItem {
  readonly sk: string;
  /** The keys among them. */
  readonly attributes: Attributes;
}

/** Whether all that the item says is there as well. There may be more, such as a later version. */
export function isHeldBy(there: WholeItem, item: WholeItem): boolean {
  return Object.entries(item.attributes).every(([name, value]) => {
    const other = there.attributes[name];
    return value.NULL || (other !== undefined && isSame(value, other));
  });
}

function isSame(value: AttributeValue, other: AttributeValue): boolean {
  if (value.S !== undefined) return value.S === other.S;
  return isDeepStrictEqual(comparable(value), comparable(other));
}

/** The same for all ways to write one value: numbers have several notations, sets any order. */
function comparable(value: AttributeValue): unknown {
  return JSON.parse(inJson(value), (key, content) => {
    if (key === 'N' && typeof content === 'string') return numberKey(content);
    return ['SS', 'NS', 'BS'].includes(key) && Array.isArray(content) ? content.sort() : content;
  });
}
