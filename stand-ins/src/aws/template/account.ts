/** The account and region that a stack without an environment of its own gets here. */
export const ACCOUNT_ID = '123456789012';
export const REGION = 'us-east-1';

/** The name of a resource in this account and region. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT_ID}:${resource}`;
}

/** The name of a resource of a service that knows no regions, as IAM. */
export function globalArn(service: string, resource: string): string {
  return `arn:aws:${service}::${ACCOUNT_ID}:${resource}`;
}
