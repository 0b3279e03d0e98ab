import { type KindId, kindOf } from '@immersion-tracker/contract';
import { IconArrowLeft } from '@tabler/icons-react';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { looks } from '../kinds/looks.ts';
import { isUnmatched, nameOf } from '../kinds/names.ts';
import { hashOf } from '../routes/routes.ts';
import type { LibraryEntry, Report } from '../tracker/tracker.ts';
import { REPORT_KEY } from '../tracker/use-report.ts';
import { useSession } from '../tracker/use-session.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { CurveCard } from './group/curve-card.tsx';
import { GroupHours } from './group/group-hours.tsx';
import { GroupRecords } from './group/group-records.tsx';
import { GroupSide } from './group/group-side.tsx';
import { Origin } from './group/origin.tsx';
import { useSubject } from './group/use-subject.ts';
import { watchedQuery } from './group/watched-query.ts';
import { Matching } from './matching/matching.tsx';

export interface GroupPageProps {
  readonly report: Report;
  readonly kindId: KindId;
  readonly groupId: string;
}

/** A show, movie, channel or podcast: how much of it was watched, and when. */
export function GroupPage({ report, kindId, groupId }: GroupPageProps) {
  const entry = report.library.find((one) => one.kind === kindId && one.group_id === groupId);
  // After a match, the page is there before the report that has its show.
  const mayCome = useIsFetching({ queryKey: REPORT_KEY }) > 0;
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <>
      <a className="text-link back" href={hashOf({ page: 'library', kind: kindId })}>
        <IconArrowLeft size={18} aria-hidden /> {looks[kindId].title}
      </a>
      {entry !== undefined && <Group report={report} entry={entry} />}
      {entry === undefined && (mayCome ? <Coming kindId={kindId} /> : <Gone kindId={kindId} />)}
    </>
  );
}

function Group({ report, entry }: { readonly report: Report; readonly entry: LibraryEntry }) {
  const { kind, group_id: id } = entry;
  const { send } = useSession();
  const watched = useQuery(watchedQuery(send, kind, id));
  const subject = useSubject(entry);
  const [isAsked, setAsked] = useState(false);
  const question = useRef<HTMLButtonElement>(null);

  function close() {
    setAsked(false);
    question.current?.focus();
  }
  return (
    <article className="group">
      <GroupSide
        entry={entry}
        history={report.history}
        records={watched.data}
        tvdbId={subject?.tvdbId}
        question={question}
        isAsked={isAsked}
        onAsk={subject && !isUnmatched(entry) ? () => setAsked(!isAsked) : undefined}
      />
      <header className="group-head">
        <div>
          <PageHeading className="group-name" title={nameOf(entry)}>
            <bdi>{nameOf(entry)}</bdi>
          </PageHeading>
          <Origin entry={entry} names={subject?.names ?? []} />
        </div>
        <GroupHours entry={entry} />
      </header>
      <div className="group-cards">
        {subject && (isAsked || isUnmatched(entry)) && (
          <Matching
            subject={subject}
            canSearch={report.providers.tvdb}
            isAsked={isAsked}
            onClose={close}
          />
        )}
        {watched.isPending ? (
          <div className="skeleton group-coming-cards" />
        ) : (
          <>
            <CurveCard kind={kind} records={watched.data ?? []} history={report.history} />
            <GroupRecords kind={kindOf(kind)} report={report} watched={watched} />
          </>
        )}
      </div>
    </article>
  );
}

function Coming({ kindId }: { readonly kindId: KindId }) {
  const { title } = looks[kindId];
  return (
    <>
      <PageHeading className="visually-hidden" title={title}>
        {title}
      </PageHeading>
      <div className="group" aria-hidden="true">
        <div className="group-side">
          <div className="skeleton group-coming-artwork" />
        </div>
        <div className="skeleton group-coming-head" />
        <div className="group-cards">
          <div className="skeleton group-coming-cards" />
        </div>
      </div>
    </>
  );
}

function Gone({ kindId }: { readonly kindId: KindId }) {
  const { title } = looks[kindId];
  const [one] = kindOf(kindId).nouns.shortGroup;
  return (
    <section className="group-gone card">
      <PageHeading title="Not in your library">This {one} is not in your library</PageHeading>
      <p>Perhaps you matched it with another title, or removed all its records.</p>
      <a className="text-link" href={hashOf({ page: 'library', kind: kindId })}>
        Back to {title}
      </a>
    </section>
  );
}
