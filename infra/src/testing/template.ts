import type { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';

const resource = z.looseObject({ Properties: z.looseObject({}) });

/** The resources of a type, by logical id, with their properties parsed by the schema. */
export function resourcesOf<S extends z.ZodType>(
  template: Template,
  type: string,
  properties: S,
): Map<string, z.output<S>> {
  const found = z.record(z.string(), resource).parse(template.findResources(type));
  return new Map(
    Object.entries(found).map(([id, { Properties }]) => [id, properties.parse(Properties)]),
  );
}

const intrinsic = z.union([
  z.string(),
  z.strictObject({ Ref: z.string() }).transform(({ Ref }) => `[${Ref}]`),
  z
    .strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
    .transform((attribute) => `[${attribute['Fn::GetAtt'].join('.')}]`),
  z
    .strictObject({ 'Fn::Sub': z.string() })
    .transform((sub) => sub['Fn::Sub'].replaceAll(/\$\{([^}]+)\}/g, '[$1]')),
]);
const text = z.union([
  intrinsic,
  z
    .strictObject({ 'Fn::Join': z.tuple([z.literal(''), z.array(intrinsic)]) })
    .transform((join) => join['Fn::Join'][1].join('')),
]);

/** A string of a template, with references in brackets, such as `https://[Api].example`. */
export function asText(value: unknown): string {
  return text.parse(value);
}

/** The value of a key. Throws if the map does not have it. */
export function at<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The map does not have ${String(key)}.`);
  return value;
}
