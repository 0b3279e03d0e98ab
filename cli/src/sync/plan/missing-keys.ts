import { endpoints, kindOf, listed, type ProviderId, providers } from '@immersion-tracker/contract';
import type { Tracker } from '../../tracker/tracker.ts';
import type { Claim } from '../claims/claims.ts';

/** For each provider without a key, the reason in words. */
export type MissingKeys = Readonly<Partial<Record<ProviderId, string>>>;

/** Why a claim cannot be recorded without a key; undefined if no key is missing. */
export function missingKeyFor({ kind }: Claim, missing: MissingKeys): string | undefined {
  const { sync, provider } = kindOf(kind);
  return sync.asksProvider ? missing[provider.id] : undefined;
}

/** Asks the tracker for which providers it has no keys. */
export async function missingKeys(tracker: Tracker): Promise<MissingKeys> {
  const has = await tracker.send(endpoints.getProviders, undefined);
  return Object.fromEntries(
    providers
      .filter(({ id }) => !has[id])
      .map(({ id, name, keys }) => {
        const noun = keys.length === 1 ? 'key' : 'keys';
        return [id, `the tracker has no ${name} ${noun} (add ${listed(keys)} to its secret)`];
      }),
  );
}
