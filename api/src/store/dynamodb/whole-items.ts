import type { Attributes } from '../attributes.ts';
import { storeBroken } from '../unavailable.ts';
import { toWholeItem, type WholeItem } from '../whole-item.ts';

/** Converts items that were read with all their attributes. */
export const wholeItems = (items: readonly Attributes[]): WholeItem[] =>
  items.map((attributes) => {
    const { pk, sk } = attributes;
    if (hasLost(attributes)) {
      const what = `an attribute called __proto__ in ${JSON.stringify(sk?.S)} of ${pk?.S}`;
      throw storeBroken(`has ${what}, which the AWS SDK cannot read`, undefined);
    }
    return toWholeItem(attributes);
  });

/** Whether the SDK has lost a value in it: if an attribute is called `__proto__`, it reads undefined. */
function hasLost(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  return !(value instanceof Uint8Array) && Object.values(value).some(hasLost);
}
