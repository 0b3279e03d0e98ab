import * as z from 'zod';

/** A value that AWS accepts alone or in a list, as a list. */
const oneOrMany = <T>(schema: z.ZodType<T>) =>
  z.union([z.array(schema), schema.transform((one) => [one])]);

/** A policy document. Conditions, NotAction and the like are not emulated and fail to parse. */
export const policyDocument = z.strictObject({
  Version: z.string().optional(),
  Statement: oneOrMany(
    z.strictObject({
      Sid: z.string().optional(),
      Effect: z.enum(['Allow', 'Deny']),
      Action: oneOrMany(z.string()),
      Resource: oneOrMany(z.string()),
    }),
  ),
});

export type PolicyStatement = z.infer<typeof policyDocument>['Statement'][number];

export type PolicyDecision = 'allowed' | 'denied explicitly' | 'denied implicitly';

/** Whether statements allow an action on a resource. Any Deny wins; the default is to deny. */
export function evaluatePolicy(
  statements: readonly PolicyStatement[],
  action: string,
  resource: string,
): PolicyDecision {
  const effects = statements
    .filter(
      ({ Action, Resource }) =>
        // Actions ignore case, resources do not (IAM's JSON policy element reference).
        Action.some((pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase())) &&
        Resource.some((pattern) => matchesPattern(pattern, resource)),
    )
    .map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'denied explicitly';
  return effects.includes('Allow') ? 'allowed' : 'denied implicitly';
}

/** In a pattern, `*` matches any characters, even none, and `?` matches exactly one. */
export function matchesPattern(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(text);
}
