import { endpoints, kindOf, listed, type ProviderId, providers } from '@immersion-tracker/contract';
import type { Tracker } from '../../tracker/tracker.ts';
import type { Claim } from '../claims/claims.ts';

/** What is said of each provider that the tracker has no key for. */
export type MissingKeys = Readonly<Partial<Record<ProviderId, string>>>;

/** What is missing to record something; undefined if nothing is. */
export function missingKeyFor({ kind }: Claim, missing: MissingKeys): string | undefined {
  const { sync, provider } = kindOf(kind);
  return sync.asksProvider ? missing[provider.id] : undefined;
}

/** Asks the tracker which providers it has no keys for. */
export async function missingKeys(tracker: Tracker): Promise<MissingKeys> {
  const has = await tracker.send(endpoints.getProviders, undefined);
  return Object.fromEntries(
    providers
      .filter(({ id }) => !has[id])
      .map(({ id, name, keys }) => {
        const noun = keys.length === 1 ? 'key' : 'keys';
        return [id, `the tracker has no ${name} ${noun} (${listed(keys)} in its secret)`];
      }),
  );
}
