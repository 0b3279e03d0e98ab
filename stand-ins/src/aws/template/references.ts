import { ACCOUNT_ID, arn, globalArn, REGION } from './account.ts';
import type { References } from './intrinsics.ts';
import type { TemplateResource } from './resource.ts';

/** Resolves a template's references. Where CloudFormation would generate a name, this one is readable. */
export function createReferences(
  stackName: string,
  resources: ReadonlyMap<string, TemplateResource>,
  parameters: ReadonlyMap<string, string>,
): References {
  const pseudo = new Map([
    ['AWS::AccountId', ACCOUNT_ID],
    ['AWS::Partition', 'aws'],
    ['AWS::Region', REGION],
    ['AWS::StackId', arn('cloudformation', `stack/${stackName}/0`)],
    ['AWS::StackName', stackName],
    ['AWS::URLSuffix', 'amazonaws.com'],
  ]);
  return {
    ref(name) {
      const resource = resources.get(name);
      const value =
        resource === undefined
          ? (pseudo.get(name) ?? parameters.get(name))
          : valuesOf(resource, stackName)?.Ref;
      if (value === undefined)
        throw new Error(`A Ref to ${describe(name, resource)} is not emulated.`);
      return value;
    },
    attribute(logicalId, attribute) {
      const resource = resources.get(logicalId);
      const value = resource && valuesOf(resource, stackName)?.attributes?.[attribute];
      if (value !== undefined) return value;
      throw new Error(
        `The attribute ${attribute} of ${describe(logicalId, resource)} is not emulated.`,
      );
    },
  };
}

interface ReturnValues {
  readonly Ref: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** See "Return values" of each type in the CloudFormation reference. */
function valuesOf(resource: TemplateResource, stackName: string): ReturnValues | undefined {
  const { logicalId, type } = resource;
  const named = (property: string) => nameOf(resource, property) ?? `${stackName}-${logicalId}`;
  switch (type) {
    case 'AWS::Lambda::Function': {
      const name = named('FunctionName');
      return { Ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } };
    }
    case 'AWS::DynamoDB::GlobalTable': {
      const name = named('TableName');
      return { Ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`) } };
    }
    case 'AWS::SecretsManager::Secret': {
      // Secrets Manager ends every ARN with a hyphen and six random characters.
      const secretArn = arn('secretsmanager', `secret:${named('Name')}-AbCdEf`);
      return { Ref: secretArn, attributes: { Id: secretArn } };
    }
    case 'AWS::IAM::Role': {
      const name = named('RoleName');
      return { Ref: name, attributes: { Arn: globalArn('iam', `role/${name}`) } };
    }
    case 'AWS::Logs::LogGroup': {
      const name = named('LogGroupName');
      return { Ref: name, attributes: { Arn: arn('logs', `log-group:${name}:*`) } };
    }
    case 'AWS::ApiGateway::RestApi':
      return {
        Ref: logicalId.toLowerCase(),
        attributes: { RootResourceId: `${logicalId.toLowerCase()}-root` },
      };
    case 'AWS::ApiGateway::Stage':
      return { Ref: named('StageName') };
    case 'AWS::ApiGateway::Authorizer':
    case 'AWS::ApiGateway::Deployment':
    case 'AWS::ApiGateway::Method':
    case 'AWS::ApiGateway::Resource':
      return { Ref: logicalId };
    case 'AWS::CloudFront::Distribution':
      return { Ref: logicalId, attributes: { DomainName: 'd111111abcdef8.cloudfront.net' } };
    default:
      return undefined;
  }
}

function nameOf({ logicalId, properties }: TemplateResource, property: string): string | undefined {
  const name = properties[property];
  if (name === undefined || typeof name === 'string') return name;
  throw new Error(`${property} of ${logicalId} is not a plain string, which is not emulated.`);
}

function describe(name: string, resource: TemplateResource | undefined): string {
  return resource === undefined ? name : `${name} (${resource.type})`;
}
