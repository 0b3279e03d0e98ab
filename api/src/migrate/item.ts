import { isDeepStrictEqual } from 'node:util';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Attributes, inJson, numberKey } from '../store/attributes.ts';

/** An item with all its attributes, including those of other tools. */
export interface RawItem {
  readonly sk: string;
  /** Including the keys. */
  readonly attributes: Attributes;
}

/** Whether `there` has every attribute of `item`. It can have more, for example after an update. */
export function isHeldBy(there: RawItem, item: RawItem): boolean {
  return Object.entries(item.attributes).every(([name, value]) => {
    const other = there.attributes[name];
    return value.NULL || (other !== undefined && isSame(value, other));
  });
}

function isSame(value: AttributeValue, other: AttributeValue): boolean {
  if (value.S !== undefined) return value.S === other.S;
  return isDeepStrictEqual(comparable(value), comparable(other));
}

/** A canonical form: numbers have several notations, and sets any order. */
function comparable(value: AttributeValue): unknown {
  return JSON.parse(inJson(value), (key, content) => {
    if (key === 'N' && typeof content === 'string') return numberKey(content);
    return ['SS', 'NS', 'BS'].includes(key) && Array.isArray(content) ? content.sort() : content;
  });
}
