import { Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Accepts findings of cdk-nag within a construct: a reason for each rule. */
export function acceptFindings(scope: Construct, reasons: Readonly<Record<string, string>>): void {
  const accepted = Object.entries(reasons).map(([id, reason]) => ({ id, reason }));
  Validations.of(scope).acknowledge(...accepted);
}
