import { mediaKinds } from '@immersion-tracker/contract';
import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { PageHeading } from '../ui/page-heading.tsx';

/** Milliseconds after which a person wonders whether the page is stuck. */
const SLOW_MS = 4000;

/** Placeholders in the shape of the overview, until the first report arrives. */
export function Loading() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className="overview">
      <div className="hours">
        <PageHeading className="visually-hidden" title="Your progress">
          Your progress
        </PageHeading>
        <Skeleton className="loading-hours" />
        <p className="hours-since" role="status">
          {slow
            ? 'Still waiting for the tracker. Your connection or the tracker may be slow.'
            : 'Loading…'}
        </p>
      </div>
      <Skeleton className="loading-third" />
      <Skeleton className="loading-third" />
      <Skeleton className="loading-wide" />
      <Skeleton className="loading-two-thirds" />
      <Skeleton className="loading-third" />
      {mediaKinds.map(({ id }) => (
        <Skeleton key={id} className="loading-quarter" />
      ))}
    </div>
  );
}
