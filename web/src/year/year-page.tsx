import { yearsOf } from '../days/days.ts';
import { hashOf } from '../routes/routes.ts';
import type { Report } from '../tracker/tracker.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Year } from './year.tsx';
import { YearSwitch } from './year-switch.tsx';

export interface YearPageProps {
  readonly report: Report;
  readonly year: number | undefined;
}

/** A year to look back on, as an image to share. */
export function YearPage({ report, year: asked }: YearPageProps) {
  const years = yearsOf(report.history.days);
  const [latest] = years;
  const year = asked ?? latest;
  if (year === undefined || latest === undefined) return <NoYears year={asked} />;
  return (
    <div className="year">
      <div className="year-head">
        <PageHeading className="page-title" title={`Your ${year}`}>
          Your {year}
        </PageHeading>
        {years.includes(year) && years.length > 1 && <YearSwitch years={years} year={year} />}
      </div>
      {years.includes(year) ? (
        <Year key={year} history={report.history} year={year} />
      ) : (
        <p className="year-empty">
          Nothing in {year}. <a href={hashOf({ page: 'year', year: latest })}>See your {latest}</a>
        </p>
      )}
    </div>
  );
}

function NoYears({ year }: { readonly year: number | undefined }) {
  const title = year === undefined ? 'Your year' : `Your ${year}`;
  return (
    <div className="year">
      <PageHeading className="page-title" title={title}>
        {title}
      </PageHeading>
      <p className="year-empty">
        Your year appears here as soon as you have watched something.{' '}
        <a href={hashOf({ page: 'overview' })}>How to begin</a>
      </p>
    </div>
  );
}
