import * as z from 'zod';
import { bodyErrors, type Endpoint, providerErrors } from '../endpoint.ts';
import { count, source } from '../fields.ts';
import { fromEntries } from '../from-entries.ts';
import { lazy } from '../lazy.ts';
import { type KnownKind, mediaKinds } from './kinds.ts';
import type { MediaKind } from './media-kind.ts';

type Sync = KnownKind['sync'];

type SyncRequest<S extends Sync> = Record<S['list'], z.output<ReturnType<S['element']>>[]> & {
  source?: string | undefined;
};
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

function endpointOf({ sync, foundIn }: MediaKind): Endpoint {
  const { operation, path, summary, list, added, asksProvider } = sync;
  const id = operation.charAt(0).toUpperCase() + operation.slice(1);
  const request = lazy(() =>
    z.object({ [list]: z.array(sync.element()), source: source() }).meta({ id: `${id}Request` }),
  );
  const response = lazy(() => z.object({ [added]: count() }).meta({ id: `${id}Response` }));
  return {
    method: 'POST',
    path,
    summary,
    get request() {
      return request();
    },
    get response() {
      return response();
    },
    errors: [
      ...bodyErrors,
      // Two different names can produce the same key.
      ...(foundIn === 'folder' ? (['conflict'] as const) : []),
      ...(asksProvider ? providerErrors : []),
    ],
  };
}
