import { mediaKinds } from '@immersion-tracker/contract';
import { Skeleton } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Route } from '../routes/routes.ts';
import { PageHeading } from '../ui/page-heading.tsx';

/** Milliseconds after which a person wonders whether the page is stuck. */
const SLOW_MS = 4000;

/** Placeholders in the shape of the page, until the first report arrives. */
export function Loading({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'watched':
      return (
        <Page className="loading-list" title="Watched">
          <Skeleton className="loading-field" />
          <Many count={8} className="loading-row" />
        </Page>
      );
    case 'library':
      return (
        <Page className="loading-page" title="Library">
          <Skeleton className="loading-field" />
          <div className="loading-posters">
            <Many count={14} className="loading-poster" />
          </div>
        </Page>
      );
    case 'group':
      return (
        <Page className="loading-list" title="Loading" isTitleHidden>
          <Skeleton className="loading-wide" />
          <Many count={6} className="loading-row" />
        </Page>
      );
    case 'year':
      return (
        <Page className="loading-page" title="Your year">
          <Skeleton className="loading-image" />
        </Page>
      );
    case 'settings':
      return (
        <Page className="loading-page loading-settings" title="Settings">
          <Skeleton className="loading-wide" />
          <Many count={3} className="loading-setting" />
        </Page>
      );
    default:
      return <LoadingOverview />;
  }
}

function LoadingOverview() {
  return (
    <div className="overview">
      <div className="hours">
        <PageHeading className="visually-hidden" title="Overview">
          Overview
        </PageHeading>
        <Skeleton className="loading-hours" />
        <Progress />
      </div>
      <Many count={2} className="loading-third" />
      <Skeleton className="loading-wide" />
      <Skeleton className="loading-two-thirds" />
      <Skeleton className="loading-third" />
      <Many count={mediaKinds.length} className="loading-quarter" />
    </div>
  );
}

interface PageProps {
  readonly className: string;
  readonly title: string;
  readonly isTitleHidden?: boolean;
  readonly children: ReactNode;
}

function Page({ className, title, isTitleHidden = false, children }: PageProps) {
  return (
    <div className={className}>
      <PageHeading className={isTitleHidden ? 'visually-hidden' : 'page-title'} title={title}>
        {title}
      </PageHeading>
      <Progress />
      {children}
    </div>
  );
}

/** Says that the page is loading, and after a while why that may take so long. */
function Progress() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading-progress" role="status">
      {isSlow
        ? 'Still waiting for the tracker. Your connection or the tracker may be slow.'
        : 'Loading…'}
    </p>
  );
}

function Many({ count, className }: { readonly count: number; readonly className: string }) {
  return Array.from({ length: count }, (_, index) => `${className} ${index}`).map((key) => (
    <Skeleton key={key} className={className} />
  ));
}
