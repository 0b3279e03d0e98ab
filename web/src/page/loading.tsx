import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTitle } from '../ui/use-title.ts';

/** Milliseconds after which a person wonders whether anything is coming. */
const SLOW_MS = 4000;

/** The page before its first report, in the shape that it will have. */
export function Loading() {
  useTitle('Your progress');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className="overview" aria-busy="true">
      <div className="totals">
        <h1 className="visually-hidden">Your progress</h1>
        <Skeleton className="loading-hours" />
        <p className="totals-since" role="status">
          {slow
            ? 'Still waiting for the tracker. The network, or the tracker, is slow.'
            : 'Loading…'}
        </p>
        <Skeleton className="loading-kinds" />
      </div>
      <Skeleton className="loading-today" />
      <Skeleton className="loading-week" />
      <Skeleton className="loading-all-time" />
      {[1, 2, 3, 4].map((kind) => (
        <Skeleton key={kind} className="loading-collection" />
      ))}
    </div>
  );
}
