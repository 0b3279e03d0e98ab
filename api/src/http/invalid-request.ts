import type * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import { PublicError } from '../kernel/errors.ts';

/** Options for parsing what a client sent, so that `invalidRequest` can tell what is missing. */
export const REQUEST = { reportInput: true };

/** How people call the types that zod expects. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** A 400 that names the path of the first problem. `prefix` leads to what was parsed. */
export function invalidRequest(
  { issues: [issue] }: z.core.$ZodError,
  prefix: readonly PropertyKey[] = [],
): PublicError {
  const path = toDotPath([...prefix, ...(issue?.path ?? [])]);
  const problem = issue === undefined ? 'is not valid' : problemOf(issue);
  return new PublicError('invalid_request', `${path || 'body'}: ${problem}`);
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  if ('input' in issue && issue.input === undefined) return 'is missing';
  // The schemas of the contract have their own messages for numbers.
  const type = issue.message.startsWith('Invalid input') ? TYPES[issue.expected] : undefined;
  return type === undefined ? issue.message : `must be ${type}`;
}
