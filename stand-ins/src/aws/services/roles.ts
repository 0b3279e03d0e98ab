import * as z from 'zod';
import { type PolicyStatement, policyDocument } from '../template/policy.ts';
import type { Template } from '../template/template.ts';

const namedPolicy = z.strictObject({ PolicyDocument: policyDocument, PolicyName: z.string() });

const roleSchema = z.strictObject({
  AssumeRolePolicyDocument: z.unknown(),
  Description: z.string().optional(),
  // Only allows writing logs, which does not need permission here.
  ManagedPolicyArns: z
    .array(z.literal('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'))
    .optional(),
  Policies: z.array(namedPolicy).default([]),
  RoleName: z.string().optional(),
  Tags: z.unknown().optional(),
});

/** Finds the policies of a role without parsing those of other roles. */
const attachment = z.looseObject({ Roles: z.array(z.unknown()).default([]) });
const policySchema = z.strictObject({ ...namedPolicy.shape, Roles: z.array(z.string()) });

/** The statements of all policies of a role. */
export function statementsOf(template: Template, roleArn: string): readonly PolicyStatement[] {
  const role = template
    .ofType('AWS::IAM::Role')
    .find((resource) => template.attribute(resource, 'Arn') === roleArn);
  if (role === undefined) throw new Error(`The template does not have the role ${roleArn}.`);

  const inline = template.read(role, roleSchema).Policies;
  const attached = template
    .ofType('AWS::IAM::Policy')
    .filter(({ properties }) =>
      attachment
        .parse(properties)
        .Roles.some((one) => JSON.stringify(one) === JSON.stringify({ Ref: role.logicalId })),
    )
    .map((resource) => template.read(resource, policySchema));
  return [...inline, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}
