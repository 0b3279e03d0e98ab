import { createHash } from 'node:crypto';
import type { FunctionDefinition } from '../functions/definition.ts';
import { globalArn } from '../template/account.ts';
import { evaluatePolicy } from '../template/policy.ts';
import type { Template } from '../template/template.ts';
import { ServiceError } from './aws-json.ts';
import { statementsOf } from './roles.ts';

/** Identifies the functions that call AWS services, by the access key id with which they sign. */
export interface Callers {
  accessKeyIdOf(definition: FunctionDefinition): string;
  /** Throws `ServiceError` unless the caller may perform the action on all of the resources. */
  assertAllowed(
    authorization: string | undefined,
    action: string,
    resources: readonly string[],
  ): void;
}

export function createCallers(
  template: Template,
  definitions: readonly FunctionDefinition[],
): Callers {
  const callers = new Map(
    definitions.map((definition) => [
      accessKeyIdOf(definition),
      { definition, statements: statementsOf(template, definition.roleArn) },
    ]),
  );
  return {
    accessKeyIdOf,
    assertAllowed(authorization, action, resources) {
      // The credential is the access key id, then the scope:
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
      // Signatures are not checked.
      const accessKeyId = /Credential=([^/]+)\//.exec(authorization ?? '')?.[1] ?? '';
      const caller = callers.get(accessKeyId);
      if (caller === undefined) {
        const message = 'The security token included in the request is invalid.';
        throw new ServiceError('UnrecognizedClientException', message);
      }
      for (const resource of resources) {
        const decision = evaluatePolicy(caller.statements, action, resource);
        if (decision !== 'allowed') throw denied(caller.definition, action, resource, decision);
      }
    },
  };
}

/** Access key ids of temporary credentials begin with ASIA. */
function accessKeyIdOf({ logicalId }: FunctionDefinition): string {
  const digest = createHash('sha256').update(logicalId).digest('hex');
  return `ASIA${digest.slice(0, 16).toUpperCase()}`;
}

function denied(
  { roleArn, name }: FunctionDefinition,
  action: string,
  resource: string,
  decision: string,
): ServiceError {
  const role = roleArn.split('/').at(-1);
  const user = globalArn('sts', `assumed-role/${role}/${name}`);
  const why =
    decision === 'denied explicitly'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  return new ServiceError(
    'AccessDeniedException',
    `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
  );
}
