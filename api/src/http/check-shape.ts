import { RECORD_DEPTH_LIMIT, shapeOf, thousands } from '@immersion-tracker/contract';
import { PublicError } from '../kernel/errors.ts';

/** The deepest valid body is a `POST /restore`: an object with a list of records. */
const DEPTH_LIMIT = RECORD_DEPTH_LIMIT + 2;
/** More than the 174,000 episodes have that fit into a body with the shortest names. */
const PARTS_LIMIT = 600_000;

/** Throws if the JSON of a body would keep `JSON.parse` busy. */
export function checkShape(json: string): void {
  const { depth, parts } = shapeOf(json);
  if (depth > DEPTH_LIMIT) {
    const message = `body: must not nest objects and lists more than ${DEPTH_LIMIT} levels deep`;
    throw new PublicError('invalid_request', message);
  }
  if (parts > PARTS_LIMIT) {
    const message = `The body has more than ${thousands(PARTS_LIMIT)} objects, lists and fields; split it into several requests.`;
    throw new PublicError('too_large', message);
  }
}
