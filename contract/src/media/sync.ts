import * as z from 'zod';
import { bodyErrors, type Endpoint, endpoint, providerErrors } from '../endpoint.ts';
import { count, source, watchedAt } from '../fields.ts';
import { fromEntries } from '../from-entries.ts';
import { lazy } from '../lazy.ts';
import { type KnownKind, type KnownLinkKind, mediaKinds } from './kinds.ts';

type Sync = KnownKind['sync'];

type SyncRequest<S extends Sync> = Record<S['list'], z.output<ReturnType<S['element']>>[]> & {
  source?: string | undefined;
} & (S extends KnownLinkKind['sync'] ? LinkFields : unknown);

/** What a request of a link kind can say about its ids. */
interface LinkFields {
  /** From id to epoch seconds. */
  watched_at?: Record<string, number> | undefined;
  /** Only of a kind that `backfills`. */
  backfill?: boolean | undefined;
}

type SyncResponse<S extends Sync> = Record<S['added'], number>;

/** The sync endpoint of a kind. */
export interface SyncEndpoint<S extends Sync = Sync> extends Endpoint {
  readonly request: z.ZodType<SyncRequest<S>, SyncRequest<S>>;
  readonly response: z.ZodType<SyncResponse<S>, SyncResponse<S>>;
}

type SyncEndpoints = { readonly [S in Sync as S['operation']]: SyncEndpoint<S> };

// TypeScript does not infer computed field names, here and below. The endpoint tests check them.
export const syncEndpoints = Object.fromEntries(
  mediaKinds.map((kind) => [kind.sync.operation, endpointOf(kind)]),
) as SyncEndpoints;

export const syncEndpoint = <K extends KnownKind>({ sync }: K): SyncEndpoint<K['sync']> => {
  const endpoint: Endpoint = syncEndpoints[sync.operation];
  return endpoint as SyncEndpoint<K['sync']>;
};

/** The request body of a kind's sync endpoint. */
export const syncRequest = <K extends KnownKind>(
  kind: K,
  elements: readonly z.output<ReturnType<K['sync']['element']>>[],
  source: string,
): SyncRequest<K['sync']> => ({ ...fromEntries([[kind.sync.list, [...elements]]]), source });

/** The response body of a kind's sync endpoint. */
export const syncResponse = <K extends KnownKind>(
  { sync }: K,
  added: number,
): SyncResponse<K['sync']> => fromEntries([[sync.added, added]]);

function endpointOf(kind: KnownKind): Endpoint {
  const { operation, path, summary, list, element, added, asksProvider } = kind.sync;
  const id = operation.charAt(0).toUpperCase() + operation.slice(1);
  return endpoint({
    method: 'POST',
    path,
    summary,
    request: lazy(() =>
      z
        .object({ [list]: z.array(element()), source: source(), ...linkFields(kind) })
        .meta({ id: `${id}Request` }),
    ),
    response: lazy(() => z.object({ [added]: count() }).meta({ id: `${id}Response` })),
    errors: [
      ...bodyErrors,
      'implausible_clock',
      // Two different names can produce the same key.
      ...(kind.foundIn === 'folder' ? (['conflict'] as const) : []),
      ...(asksProvider ? providerErrors : []),
    ],
  });
}

function linkFields(kind: KnownKind): z.ZodRawShape {
  if (kind.foundIn !== 'list') return {};
  const fields = {
    watched_at: z.record(z.string(), watchedAt()).optional().meta({
      description: 'When each was watched, by its id. Defaults to the time of the request.',
    }),
  };
  if (!kind.sync.backfills) return fields;
  const backfill = z.boolean().optional().meta({
    description:
      'Whether each id stands for everything that its podcast released up to and including it, watched at the same time. `POST /backfill` lists what that is.',
  });
  return { ...fields, backfill };
}
