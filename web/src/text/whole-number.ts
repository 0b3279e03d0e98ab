import { endpoints, type FormatNumber } from '@immersion-tracker/contract';

/** The numbers that a learner may set. */
export type NumberSetting = 'daily_goal_minutes' | 'target_hours';

/** What a field means: a number, or null if it is empty. Or what to correct. */
export type Typed =
  | { readonly value: number | null; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

const examples: Readonly<Record<NumberSetting, number>> = {
  daily_goal_minutes: 60,
  target_hours: 1000,
};

/** Digits that may be in groups, as in `1,000`, `1 000` and the Indian `10,00,000`. */
const NUMBER = /^(?:\d+|\d{1,3}(?:[,'’ ]\d{2,3})*[,'’ ]\d{3})$/;

/** Reads what was typed into the field of a setting. */
export function readWholeNumber(text: string, setting: NumberSetting, number: FormatNumber): Typed {
  // Japanese input methods type full-width digits.
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (plain === '') return { value: null };
  if (!NUMBER.test(plain)) {
    return { problem: `Enter a whole number, such as ${number(examples[setting])}.` };
  }
  const value = Number(plain.replace(/\D/g, ''));
  const { least, most } = limitsOf(setting);
  if (value < least) return { problem: `Enter ${number(least)} or more, or leave it empty.` };
  return value > most ? { problem: `Enter ${number(most)} or less.` } : { value };
}

/** The limits that the tracker sets. */
function limitsOf(setting: NumberSetting): { readonly least: number; readonly most: number } {
  const schema = endpoints.getSettings.response.shape[setting].unwrap();
  return { least: schema.minValue ?? 0, most: schema.maxValue ?? Number.POSITIVE_INFINITY };
}
