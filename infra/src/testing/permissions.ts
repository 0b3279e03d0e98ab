import type { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { asText, resourcesOf } from './template.ts';

/** What somebody may do, as a policy of the template says it. */
export interface Permission {
  /** Logical id of the role. */
  readonly role: string;
  readonly action: string;
  /** As `asText` writes it. */
  readonly resource: string;
}

const oneOrMany = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const policy = z.strictObject({
  PolicyName: z.string(),
  Roles: z.array(z.strictObject({ Ref: z.string() })),
  PolicyDocument: z.strictObject({
    Version: z.string(),
    Statement: z.array(
      z.strictObject({ Effect: z.literal('Allow'), Action: oneOrMany, Resource: z.unknown() }),
    ),
  }),
});

/** All that policies of a template allow. They must deny nothing, and know no conditions. */
export function permissionsIn(template: Template): Permission[] {
  return [...resourcesOf(template, 'AWS::IAM::Policy', policy).values()].flatMap(
    ({ Roles, PolicyDocument }) =>
      Roles.flatMap(({ Ref }) =>
        PolicyDocument.Statement.flatMap(({ Action, Resource }) =>
          Action.map((action) => ({ role: Ref, action, resource: asText(Resource) })),
        ),
      ),
  );
}
