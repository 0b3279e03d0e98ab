import type { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { asText, resourcesOf } from './template.ts';

/** An action that a policy of the template allows. */
export interface Permission {
  /** Logical id of the role. */
  readonly role: string;
  readonly action: string;
  /** In the format of `asText`. */
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

/** All permissions in a template. Throws if a policy denies something or has conditions. */
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
