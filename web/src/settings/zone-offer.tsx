import { useMemo } from 'react';
import { zoneName } from '../text/zone-name.ts';
import type { Report } from '../tracker/tracker.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useSaving } from './use-saving.ts';
import { browserZone, zoneToOffer } from './zones.ts';

/** Asks once in which time zone to count days. Either answer is saved, so that no device asks again. */
export function ZoneOffer({ report: { settings, history } }: { readonly report: Report }) {
  const { now, save } = useSaving();
  const showToast = useToast();
  const present = history.time_zone;
  const offered = useMemo(
    () => zoneToOffer(settings.time_zone, present, browserZone()),
    [settings.time_zone, present],
  );
  if (offered === undefined) return null;

  async function answer(zone: string) {
    if (now.state === 'saving') return;
    if (!(await save({ time_zone: zone }))) return;
    showToast({ message: `Days are counted in ${zoneName(zone)}.` });
    // The button that had the focus is gone.
    document.querySelector('h1')?.focus({ preventScroll: true });
  }

  const problem = now.state === 'failed' ? (now.problems.time_zone ?? now.message) : undefined;
  return (
    <section className="zone-offer" aria-label="Time zone">
      <div>
        <p>
          Days are counted in <strong>{zoneName(present)}</strong>, but your browser is in{' '}
          <strong>{zoneName(offered)}</strong>.
        </p>
        <p className="save-problem" role="alert">
          {problem}
        </p>
      </div>
      <div className="zone-offer-buttons">
        <Button aria-disabled={now.state === 'saving'} onClick={() => void answer(offered)}>
          Use {zoneName(offered)}
        </Button>
        <Button
          variant="subtle"
          aria-disabled={now.state === 'saving'}
          onClick={() => void answer(present)}
        >
          Keep
        </Button>
      </div>
    </section>
  );
}
