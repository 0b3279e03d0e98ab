import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { storeBroken, storeBusy } from '../unavailable.ts';

/** The SDK's classes of these do not say that they are about throttling. */
const THROTTLING = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

/** A 503 for what passes or what the operator has to mend; the error itself if it is our bug. */
export function toStoreError(error: unknown): unknown {
  if (error instanceof DynamoDBServiceException) {
    if (error.name === 'ValidationException') return error;
    if (error.name === 'ResourceNotFoundException') return storeBroken('has no table', error);
    if (error.$fault === 'server' || THROTTLING.has(error.name)) {
      return storeBusy('is too busy', error);
    }
    return storeBroken(`refused (${error.name})`, error);
  }
  const bug = error instanceof TypeError || error instanceof RangeError;
  if (bug) return error;
  const late = error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
  return storeBusy(late ? 'did not answer in time' : 'cannot be reached', error);
}
