import * as z from 'zod';
import { LONGEST_RUNTIME_SECONDS, LONGEST_TEXT } from '../../settings.ts';

/** Base62, usually 22 characters. Other ids, such as `..`, would request another resource. */
export const ID_PATTERN = /^[A-Za-z0-9]{1,64}$/;

export const text = z.string().max(LONGEST_TEXT);

export const durationMs = z
  .number()
  .nonnegative()
  .max(LONGEST_RUNTIME_SECONDS * 1000);
