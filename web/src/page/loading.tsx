import { mediaKinds } from '@immersion-tracker/contract';
import { type ReactNode, useEffect, useState } from 'react';
import type { Route } from '../routes/routes.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Skeletons } from '../ui/skeletons.tsx';

/** Milliseconds after which a person wonders whether the page is stuck. */
const SLOW_MS = 4000;

/** Placeholders in the shape of the page, until its code and the first report arrive. */
export function Loading({ page }: { readonly page: Route['page'] }) {
  switch (page) {
    case 'watched':
      return (
        <Page className="loading-list" title="Watched">
          <div className="skeleton loading-field" />
          <Skeletons count={8} className="loading-row" />
        </Page>
      );
    case 'library':
      return (
        <Page className="loading-page" title="Library">
          <div className="skeleton loading-field" />
          <div className="loading-posters">
            <Skeletons count={14} className="loading-poster" />
          </div>
        </Page>
      );
    case 'group':
      return (
        <Page className="loading-list" title="Loading" isTitleHidden>
          <div className="skeleton loading-wide" />
          <Skeletons count={6} className="loading-row" />
        </Page>
      );
    case 'year':
      return (
        <Page className="loading-page" title="Your year">
          <div className="skeleton loading-image" />
        </Page>
      );
    case 'settings':
      return (
        <Page className="loading-page loading-settings" title="Settings">
          <div className="skeleton loading-wide" />
          <Skeletons count={3} className="loading-setting" />
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
        <div className="skeleton loading-hours" />
        <Progress />
      </div>
      <Skeletons count={2} className="loading-third" />
      <div className="skeleton loading-wide" />
      <div className="skeleton loading-two-thirds" />
      <div className="skeleton loading-third" />
      <Skeletons count={mediaKinds.length} className="loading-quarter" />
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
