import { Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Findings of cdk-nag that stay as they are within a construct, by rule, each with its reason. */
export function acceptFindings(scope: Construct, reasons: Readonly<Record<string, string>>): void {
  const accepted = Object.entries(reasons).map(([id, reason]) => ({ id, reason }));
  Validations.of(scope).acknowledge(...accepted);
}
