import * as z from 'zod';

/** Every error code the API answers with, and its HTTP status. */
export const errorStatus = {
  invalid_request: 400,
  unauthorized: 401,
  show_not_found: 404,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unknown_ids: 422,
  internal_error: 500,
  provider_error: 502,
  provider_not_configured: 503,
  store_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** What each code means, for the API document. */
export const errorMeaning: Record<ErrorCode, string> = {
  invalid_request: 'The body is not JSON or does not match the schema; `message` names the path.',
  unauthorized: 'Credentials are missing, malformed or wrong.',
  show_not_found: 'This user has no show with that folder name; sync one of its episodes first.',
  not_found: 'No such route or method.',
  conflict: 'Another request changed the item, or another item already has the same key.',
  too_large: 'The body is larger than 6 MiB; send it in parts.',
  unknown_ids:
    'The provider does not know the ids in `ids` (deleted, private, live or wrong), or this user has no such records.',
  internal_error: 'A bug in the tracker; look for `request_id` in its log.',
  provider_error:
    'The provider failed, refused the request, or sent something it does not document.',
  provider_not_configured: 'The secret has no key for the provider that `message` names.',
  store_unavailable:
    'The database is busy, unreachable, full or damaged; `message` says which. Sending the same request again is safe.',
};

/** The body of every answer that is not 200. */
export const errorBody = z
  .object({
    message: z.string().meta({ description: 'What went wrong and what to do, for a person.' }),
    code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]).meta({
      description: 'What went wrong, for a program.',
    }),
    ids: z
      .array(z.union([z.string(), z.number()]))
      .optional()
      .meta({ description: 'With `unknown_ids`: all ids at fault, as they were sent.' }),
    request_id: z
      .string()
      .optional()
      .meta({ description: 'With `internal_error`: what to look for in the log.' }),
    provider_blocked: z.literal(true).optional().meta({
      description:
        'With `provider_error`: every other request to the provider would fail too, because of the key, the account or a used-up quota.',
    }),
  })
  .meta({ id: 'Error' });

export type ErrorBody = z.output<typeof errorBody>;
