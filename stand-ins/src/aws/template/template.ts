import * as z from 'zod';
import { resolve } from './intrinsics.ts';
import { parse } from './parse.ts';
import { createReferences } from './references.ts';
import { assertKnownType, type TemplateResource } from './resource.ts';

export interface Template {
  readonly stackName: string;
  /** The resources of a type, in the template's order. */
  ofType(type: string): readonly TemplateResource[];
  /** The value of `Ref` for a resource. */
  ref(resource: TemplateResource): string;
  attribute(resource: TemplateResource, attribute: string): string;
  /** The resource's properties with references resolved. Throws if the schema does not accept them. */
  read<T>(resource: TemplateResource, schema: z.ZodType<T>): T;
}

const templateSchema = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Condition: z.string().optional(),
    }),
  ),
  Parameters: z
    .record(z.string(), z.looseObject({ Default: z.coerce.string().optional() }))
    .default({}),
});

/** Reads a CloudFormation template. Parameters get their defaults. */
export function readTemplate(stackName: string, json: unknown): Template {
  const { Resources, Parameters } = parse('template', templateSchema, json);
  const resources = new Map(
    Object.entries(Resources).map(([logicalId, { Type, Properties, Condition }]) => {
      assertKnownType(logicalId, Type);
      return [
        logicalId,
        { logicalId, type: Type, properties: Properties, condition: Condition },
      ] as const;
    }),
  );
  const defaults = Object.entries(Parameters).flatMap(([name, { Default }]) =>
    Default === undefined ? [] : [[name, Default] as const],
  );
  const references = createReferences(stackName, resources, new Map(defaults));

  return {
    stackName,
    ofType: (wanted) => [...resources.values()].filter(({ type }) => type === wanted),
    ref: ({ logicalId }) => references.ref(logicalId),
    attribute: ({ logicalId }, attribute) => references.attribute(logicalId, attribute),
    read({ logicalId, type, properties, condition }, schema) {
      const what = `${type} ${logicalId}`;
      if (condition !== undefined)
        throw new Error(`${what} has a condition, which is not emulated.`);
      return parse(what, schema, resolve(properties, references));
    },
  };
}

/** The only resource of a type. Throws if there are none or several. */
export function onlyOne(template: Template, type: string): TemplateResource {
  const [resource, ...others] = template.ofType(type);
  if (resource === undefined || others.length > 0) {
    throw new Error(
      `The template has ${template.ofType(type).length} resources of type ${type}. Exactly one is emulated.`,
    );
  }
  return resource;
}
