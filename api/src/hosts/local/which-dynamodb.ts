/** For messages about a DynamoDB that is not the one that was meant. */
export const WHICH_DYNAMODB =
  'AWS_REGION, AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL_DYNAMODB say which DynamoDB is meant';
