import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { type Attributes, numberKey } from '../attributes.ts';

/** Strings that have a meaning for JavaScript or a database. */
const ODD = ['', '\0', '__proto__', 'toString', 'constructor', 'N', 'other_attributes', '😀'];

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...ODD));

/** Numbers in the form in which DynamoDB returns them, with up to 38 digits. */
const number = fc.oneof(
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
  fc.bigInt({ min: -(10n ** 36n), max: 10n ** 36n }).map((digits) => `${digits}1`),
  fc.integer().map(String),
  fc.double({ min: 1e-6, max: 1e15, noNaN: true }).map(String),
);

/** Attributes of every DynamoDB type, with any names or these ones. */
export function anyAttributes(names: readonly string[]): fc.Arbitrary<Attributes> {
  const bytes = fc.uint8Array();
  const name = fc.oneof(fc.constantFrom(...names), text).filter((one) => one !== '');
  const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 2 },
      fc.record({ S: text }),
      fc.record({ N: number }),
      fc.record({ B: bytes }),
      fc.record({ BOOL: fc.boolean() }),
      fc.constant({ NULL: true } as const),
      fc.record({ SS: fc.uniqueArray(text, { minLength: 1 }) }),
      fc.record({ NS: fc.uniqueArray(number, { minLength: 1, selector: numberKey }) }),
      fc.record({ BS: fc.uniqueArray(bytes, { minLength: 1, selector: String }) }),
      fc.record({ L: fc.array(tie('value')) }),
      fc.record({ M: fc.dictionary(name, tie('value'), { noNullPrototype: true }) }),
    ),
  }));
  return fc.dictionary(name, value, { noNullPrototype: true });
}
