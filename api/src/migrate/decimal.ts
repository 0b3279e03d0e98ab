/** A number with all its digits: `digits` × 10^`exponent`, without zeros at the ends of `digits`. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

const NOTATION = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** Reads what DynamoDB and JavaScript write; undefined for what is no finite number. */
function parse(text: string): Decimal | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = NOTATION.exec(text) ?? [];
  const all = whole + fraction;
  if (sign === undefined || all === '') return undefined;
  const digits = all.replace(/^0+/, '').replace(/0+$/, '');
  if (digits === '') return { negative: false, digits: '0', exponent: 0 };
  const zeros = all.length - all.replace(/0+$/, '').length;
  return { negative: sign === '-', digits, exponent: Number(exponent) - fraction.length + zeros };
}

/** The same text for all ways to write one number. */
export function canonical(text: string): string {
  const number = parse(text);
  if (number === undefined) return text;
  return `${number.negative ? '-' : ''}${number.digits}e${number.exponent}`;
}

/** DynamoDB's numbers are below 10^126, see "Supported data types" in its developer guide. */
const LARGEST_EXPONENT = 126;

/** The number, where it is a whole one. */
export function wholeNumber(text: string): bigint | undefined {
  const number = parse(text);
  if (number === undefined || number.exponent < 0 || number.exponent > LARGEST_EXPONENT)
    return undefined;
  const size = BigInt(number.digits) * 10n ** BigInt(number.exponent);
  return number.negative ? -size : size;
}
