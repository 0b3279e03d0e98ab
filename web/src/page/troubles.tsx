import { Alert, Button } from '@mantine/core';
import { IconCloudOff, IconPlugConnectedX } from '@tabler/icons-react';
import type { Trouble } from '../tracker/trouble.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export interface TroubleProps {
  readonly trouble: Trouble;
  /** Whether another try is under way. */
  readonly loading: boolean;
  onRetry(): void;
}

/** In place of a report that did not come. */
export function NoReport(props: TroubleProps) {
  const Icon = props.trouble.kind === 'offline' ? IconCloudOff : IconPlugConnectedX;
  return (
    <section className="no-report card" role="alert">
      <Icon size={48} stroke={1.5} aria-hidden />
      <PageHeading title="No answer">Your progress cannot be shown now</PageHeading>
      <p>{props.trouble.message}</p>
      <Detail {...props} />
      <Retry {...props} />
    </section>
  );
}

/** Over a report that could not be brought up to date. */
export function TroubleBanner(props: TroubleProps) {
  return (
    <Alert className="trouble-banner" color="yellow" role="alert">
      <div>
        <p>{props.trouble.message}</p>
        <Detail {...props} />
        <p>What you see is as of the time above.</p>
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
