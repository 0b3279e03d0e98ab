import * as z from 'zod';

/** Every error code that the API returns, with its HTTP status. */
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
  overloaded: 503,
  implausible_clock: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** What each code means, for the OpenAPI document. */
export const errorMeaning: Record<ErrorCode, string> = {
  invalid_request:
    'The body is not JSON, or the body or query does not match the schema; `message` names the path.',
  unauthorized:
    'Credentials are missing, malformed or wrong, or a read-only token was used for a change.',
  show_not_found: 'This user has not recorded that show folder; sync one of its episodes first.',
  not_found: 'No such route or method, or this user has not recorded that movie.',
  conflict: 'Another request changed the item, or another item already has the same key.',
  too_large:
    'The body is larger than 6 MiB, or asks for more than a request can do; split it into several requests.',
  unknown_ids:
    'The provider does not know the ids in `ids` (deleted, private, live or wrong), or this user has not recorded them.',
  internal_error: 'A bug in the tracker; look for `request_id` in its log.',
  provider_error: 'The provider failed, refused the request, or sent an undocumented response.',
  provider_not_configured: "The provider's key is missing from the tracker's secret.",
  store_unavailable:
    'The database is busy, unreachable, full or damaged; `message` says which. It is safe to retry the request.',
  overloaded:
    'The tracker has too much to do, or is stopping; try again after the seconds in `Retry-After`.',
  implausible_clock:
    "The tracker's clock is obviously wrong, so nothing is recorded; `message` says what it shows. Reading still works.",
};

/** The body of every response other than 200. */
export const errorBody = z
  .object({
    message: z.string().meta({ description: 'What went wrong and what to do next, for people.' }),
    code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]).meta({
      description: 'What went wrong, for programs.',
    }),
    ids: z
      .array(z.union([z.string(), z.number()]))
      .optional()
      .meta({ description: 'With `unknown_ids`: every unknown id, exactly as it was sent.' }),
    request_id: z
      .string()
      .optional()
      .meta({ description: "With `internal_error`: the request's id in the tracker's log." }),
    provider_blocked: z.literal(true).optional().meta({
      description:
        'With `provider_error`: every request to the provider fails for now, because of the key, the account or an exhausted quota.',
    }),
  })
  .meta({ id: 'Error' });

export type ErrorBody = z.output<typeof errorBody>;
