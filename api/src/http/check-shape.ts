import { RECORD_DEPTH_LIMIT, shapeOf } from '@immersion-tracker/contract';
import { PublicError } from '../kernel/errors.ts';

/** What needs the most is a record in the list of `POST /restore`. */
const DEPTH_LIMIT = RECORD_DEPTH_LIMIT + 2;
/** Far more than syncs need: a body has space for 50,000 episodes with all their fields. */
const PARTS_LIMIT = 300_000;

/** Throws if the JSON of a body would keep `JSON.parse` busy. */
export function checkShape(json: string): void {
  const { depth, parts } = shapeOf(json);
  if (depth > DEPTH_LIMIT) {
    const message = `body: must not have more than ${DEPTH_LIMIT} objects and lists inside each other`;
    throw new PublicError('invalid_request', message);
  }
  if (parts > PARTS_LIMIT) {
    const message = `The body has more than ${PARTS_LIMIT} objects, lists and fields; split it into several requests.`;
    throw new PublicError('too_large', message);
  }
}
