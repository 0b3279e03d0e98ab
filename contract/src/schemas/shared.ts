import * as z from 'zod';
import { identifier } from '../fields.ts';
import { lazy } from '../lazy.ts';
import { mediaKinds } from '../media/kinds.ts';

/** Maximum size of a request body, in bytes. */
export const BODY_LIMIT_BYTES = 6 * 1024 * 1024;

export const nothing = lazy(() => z.undefined());

export const empty = lazy(() => z.object({}).meta({ id: 'Empty' }));

export const recordId = lazy(() =>
  identifier().meta({ description: "A record's id, which is its sort key." }),
);

const kindIds = mediaKinds.map(({ id }) => id);

export const kind = lazy(() => z.enum(kindIds, { error: `must be one of ${kindIds.join(', ')}` }));

/** Longer than the cursor of any sort key. */
const LONGEST_CURSOR = 10_000;

/** Which page of a list to send. */
export const before = lazy(() =>
  z
    .string()
    .optional()
    .meta({ description: 'The `next` of the previous page; leave it out for the first page.' }),
);

export const next = lazy(() =>
  z
    .string()
    .max(LONGEST_CURSOR)
    .nullable()
    .meta({ description: 'The `before` of the next page; null at the end.' }),
);

/** The text of a whole number, as queries contain it. */
export const wholeNumber = (schema: z.ZodInt) =>
  z.preprocess((text) => (/^\d+$/.test(`${text}`) ? Number(text) : text), schema);
