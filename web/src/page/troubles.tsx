import { IconCloudOff, IconPlugConnectedX } from '@tabler/icons-react';
import { isToday } from '../text/is-today.ts';
import { useFormats } from '../text/use-formats.ts';
import type { Trouble, TroubleKind } from '../tracker/trouble.ts';
import { Button } from '../ui/button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';

export interface TroubleProps {
  readonly trouble: Trouble;
  /** Whether another attempt is under way. */
  readonly loading: boolean;
  onRetry(): void;
}

export interface NoReportProps extends TroubleProps {
  onSignOut(): void;
}

/** Shown instead of a report. */
export function NoReport({ onSignOut, ...props }: NoReportProps) {
  const { kind, message, detail } = props.trouble;
  const Icon = kind === 'offline' ? IconCloudOff : IconPlugConnectedX;
  const unreached = unreachedWords(kind);
  return (
    <section className="no-report card" role="alert">
      <Icon size={48} stroke={1.5} aria-hidden />
      <PageHeading title="No answer">
        {unreached === undefined
          ? 'Your progress cannot be shown right now'
          : 'Could not reach the tracker'}
      </PageHeading>
      <p>{unreached ?? message}</p>
      <Detail detail={detail} />
      <Retry {...props} />
      <Button variant="subtle" onClick={onSignOut}>
        Sign out
      </Button>
    </section>
  );
}

/** What to do about a tracker that does not answer at all. */
function unreachedWords(kind: TroubleKind): string | undefined {
  if (kind === 'offline') return 'This device is offline.';
  if (kind !== 'unreachable') return undefined;
  return 'Is it running, and is the machine that runs it connected?';
}

export interface TroubleBannerProps extends TroubleProps {
  /** When the report below was requested, in epoch milliseconds. */
  readonly asOf: number;
}

/** Shown above a report that could not be refreshed. */
export function TroubleBanner({ asOf, ...props }: TroubleBannerProps) {
  const { clock, dateAndClock } = useFormats();
  const { kind, message, detail } = props.trouble;
  const then = isToday(asOf) ? `at ${clock(asOf)}` : `on ${dateAndClock(asOf)}`;
  return (
    <div className="trouble-banner notice" role="alert">
      <div>
        <p>
          {kind === 'offline' ? 'Offline.' : message} This is how it was {then}.
        </p>
        <Detail detail={detail} />
      </div>
      <Retry {...props} />
    </div>
  );
}

function Detail({ detail }: Pick<Trouble, 'detail'>) {
  return detail === undefined ? null : <p className="soft">{detail}</p>;
}

function Retry({ loading, onRetry }: TroubleProps) {
  return (
    <Button variant="light" aria-disabled={loading} onClick={() => loading || onRetry()}>
      {loading ? 'Trying again…' : 'Try again'}
    </Button>
  );
}
