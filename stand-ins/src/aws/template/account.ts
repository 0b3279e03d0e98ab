/** The account and region of every stack here. */
export const ACCOUNT_ID = '123456789012';
export const REGION = 'us-east-1';

/** The ARN of a resource in this account and region. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT_ID}:${resource}`;
}

/** The ARN of a resource of a global service, such as IAM. */
export function globalArn(service: string, resource: string): string {
  return `arn:aws:${service}::${ACCOUNT_ID}:${resource}`;
}
