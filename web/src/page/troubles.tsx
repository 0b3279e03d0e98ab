import { Alert, Button } from '@mantine/core';
import { IconCloudOff, IconPlugConnectedX } from '@tabler/icons-react';
import type { Trouble } from '../tracker/trouble.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export interface TroubleProps {
  readonly trouble: Trouble;
  /** Whether another attempt is under way. */
  readonly loading: boolean;
  onRetry(): void;
}

/** Shown instead of a report. */
export function NoReport(props: TroubleProps) {
  const Icon = props.trouble.kind === 'offline' ? IconCloudOff : IconPlugConnectedX;
  return (
    <section className="no-report card" role="alert">
      <Icon size={48} stroke={1.5} aria-hidden />
      <PageHeading title="No answer">Your progress cannot be shown right now</PageHeading>
      <p>{props.trouble.message}</p>
      <Detail {...props} />
      <Retry {...props} />
    </section>
  );
}

/** Shown above a report that could not be refreshed. */
export function TroubleBanner(props: TroubleProps) {
  return (
    <Alert className="trouble-banner" color="yellow" role="alert">
      <div>
        <p>{props.trouble.message}</p>
        <Detail {...props} />
        <p>The figures below are from the time shown at the top.</p>
      </div>
      <Retry {...props} />
    </Alert>
  );
}

function Detail({ trouble: { detail } }: TroubleProps) {
  return detail === undefined ? null : <p className="card-note">{detail}</p>;
}

function Retry({ loading, onRetry }: TroubleProps) {
  return (
    <Button variant="light" aria-disabled={loading} onClick={() => loading || onRetry()}>
      {loading ? 'Trying again…' : 'Try again'}
    </Button>
  );
}
