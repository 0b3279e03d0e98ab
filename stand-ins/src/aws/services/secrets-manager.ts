import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import type { ListeningServer } from '../../http/loopback.ts';
import { arn } from '../template/account.ts';
import { onlyOne, type Template } from '../template/template.ts';
import { ServiceError, serveAwsJson } from './aws-json.ts';
import type { Callers } from './callers.ts';

export interface SecretsManager extends ListeningServer {
  /** Replaces the secret's value, which can be any JSON. */
  put(value: unknown): void;
  /** How often the secret was read successfully. */
  reads(): number;
}

const secretSchema = z.strictObject({
  Description: z.string().optional(),
  GenerateSecretString: z.unknown().optional(),
  Name: z.string(),
  SecretString: z.unknown().optional(),
  Tags: z.unknown().optional(),
});

const getSecretValue = jsonText(
  z.strictObject({
    SecretId: z.string(),
    VersionId: z.undefined().optional(),
    VersionStage: z.literal('AWSCURRENT').optional(),
  }),
);

/** A Secrets Manager with the template's only secret, which gets `value` instead of the template's. */
export async function startSecretsManager(
  template: Template,
  callers: Callers,
  value: unknown,
): Promise<SecretsManager> {
  const resource = onlyOne(template, 'AWS::SecretsManager::Secret');
  const { Name } = template.read(resource, secretSchema);
  const ARN = template.ref(resource);
  let version = { SecretString: JSON.stringify(value), VersionId: randomUUID() };
  let reads = 0;

  function answer(target: string, authorization: string | undefined, body: string): unknown {
    if (target !== 'secretsmanager.GetSecretValue') {
      throw new ServiceError('UnknownOperationException', `${target} is not emulated`);
    }
    const input = getSecretValue.safeParse(body);
    if (!input.success) {
      throw new ServiceError('InvalidRequestException', z.prettifyError(input.error));
    }
    const { SecretId } = input.data;
    const found = [Name, ARN, ARN.replace(/-[^-]*$/, '')].includes(SecretId);
    // Check permissions first, so that a caller without them does not learn whether the secret exists.
    const wanted = SecretId.startsWith('arn:')
      ? SecretId
      : arn('secretsmanager', `secret:${SecretId}`);
    callers.assertAllowed(authorization, target.replace('.', ':'), [found ? ARN : wanted]);
    if (!found) {
      const message = "Secrets Manager can't find the specified secret.";
      throw new ServiceError('ResourceNotFoundException', message);
    }
    reads += 1;
    return { ARN, Name, ...version, VersionStages: ['AWSCURRENT'], CreatedDate: 1_767_225_600 };
  }

  const server = await serveAwsJson('1.1', async (request, response) => {
    const { 'x-amz-target': target, authorization } = request.headers;
    const body = JSON.stringify(answer(`${target}`, authorization, await text(request)));
    response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' }).end(body);
  });
  return {
    ...server,
    put(next) {
      version = { SecretString: JSON.stringify(next), VersionId: randomUUID() };
    },
    reads: () => reads,
  };
}
