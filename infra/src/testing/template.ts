import type { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';

const resource = z.looseObject({ Properties: z.looseObject({}) });

/** Resources of a type, by logical id, with the properties that the schema asks for. */
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

/** A text of a template, with what it refers to in brackets, such as `https://[Api].example`. */
export function asText(value: unknown): string {
  return text.parse(value);
}

/** What a map holds under a key, or an error that names the key. */
export function at<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`there is no ${String(key)}`);
  return value;
}
