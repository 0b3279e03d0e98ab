import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { TABLE_NAME } from '../../settings.ts';
import { StoreUnavailable, storeBroken, storeBusy } from '../unavailable.ts';

/** Throttling errors that the SDK's classes do not mark as such. */
const THROTTLING = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

/** Maps an error of the database to a 503. Returns the error itself if it is a bug of the tracker. */
export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof DynamoDBServiceException) {
    if (error.name === 'ValidationException') return error;
    if (error.name === 'ResourceNotFoundException')
      return storeBroken(`does not have the table ${TABLE_NAME}`, error);
    if (error.$fault === 'server' || THROTTLING.has(error.name)) {
      return storeBusy('is too busy', error);
    }
    return storeBroken(`refused the request (${error.name})`, error);
  }
  const bug = error instanceof TypeError || error instanceof RangeError;
  if (bug) return error;
  const late = error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
  return storeBusy(late ? 'did not answer in time' : 'cannot be reached', error);
}
