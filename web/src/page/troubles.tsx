import { Alert, Button } from '@mantine/core';
import { IconCloudOff, IconPlugConnectedX } from '@tabler/icons-react';
import type { Trouble } from '../tracker/trouble.ts';
import { useTitle } from '../ui/use-title.ts';

export interface TroubleProps {
  readonly trouble: Trouble;
  onRetry(): void;
}

/** In place of a report that did not come. */
export function NoReport({ trouble, onRetry }: TroubleProps) {
  useTitle('No answer');
  const Icon = trouble.kind === 'offline' ? IconCloudOff : IconPlugConnectedX;
  return (
    <section className="no-report card" role="alert">
      <Icon size={48} stroke={1.5} aria-hidden />
      <h1>Your progress cannot be shown now</h1>
      <p>{trouble.message}</p>
      <Retry trouble={trouble} onRetry={onRetry} />
    </section>
  );
}

/** Over a report that could not be brought up to date. */
export function TroubleBanner({ trouble, onRetry }: TroubleProps) {
  return (
    <Alert className="trouble-banner" color="yellow" role="alert">
      <p>{trouble.message} What you see is as of the time above.</p>
      <Retry trouble={trouble} onRetry={onRetry} />
    </Alert>
  );
}

function Retry({ trouble, onRetry }: TroubleProps) {
  if (trouble.kind === 'offline') return <p>It goes on by itself when you are back online.</p>;
  return (
    <Button variant="light" onClick={onRetry}>
      Try again
    </Button>
  );
}
