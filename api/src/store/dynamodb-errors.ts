import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { storeUnavailable } from './unavailable.ts';

/** A 503 for what passes or what the operator has to mend; the error itself where it is our bug. */
export function unavailableOr(error: unknown): unknown {
  if (error instanceof DynamoDBServiceException) {
    if (error.name === 'ValidationException') return error;
    if (error.name === 'ResourceNotFoundException') return storeUnavailable('has no table', error);
    if (error.$fault === 'server' || error.$retryable?.throttling) {
      return storeUnavailable('is too busy', error);
    }
    return storeUnavailable(`refused (${error.name})`, error);
  }
  const bug = error instanceof TypeError || error instanceof RangeError;
  return bug ? error : storeUnavailable('did not answer in time', error);
}
