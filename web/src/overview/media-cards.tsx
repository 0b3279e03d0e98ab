import { type KnownKind, mediaKinds } from '@immersion-tracker/contract';
import { IconChevronRight } from '@tabler/icons-react';
import { dayOf } from '../days/day-of.ts';
import { secondsByKind } from '../days/days.ts';
import { Artwork } from '../kinds/artwork.tsx';
import { inColourOf, looks } from '../kinds/looks.ts';
import { nameOf } from '../kinds/names.ts';
import { hashOf } from '../routes/routes.ts';
import { howToBegin } from '../text/kind-words.ts';
import { useFormats } from '../text/use-formats.ts';
import type { History, LibraryEntry, Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';
import { Length } from '../ui/length.tsx';

/** How many groups a card lists. */
const LISTED = 4;
/** How many posters fit a card, in two rows. */
const POSTERS = 8;

/** A card for each medium with the groups that took the most time, or the latest movies. */
export function MediaCards({ report }: { readonly report: Report }) {
  const { length, counted } = useFormats();
  const seconds = secondsByKind(report.history.days);
  return (
    <>
      {mediaKinds.map((kind) => {
        const entries = report.library.filter((entry) => entry.kind === kind.id);
        const { Icon, title } = looks[kind.id];
        return (
          <Card
            key={kind.id}
            className="medium"
            title={
              <span className="medium-title" style={inColourOf(kind.id)}>
                <Icon className="kind-icon" size={20} aria-hidden />
                {title}
              </span>
            }
            aside={<strong>{length(seconds[kind.id])}</strong>}
          >
            {entries.length === 0 ? (
              <div className="medium-none" style={inColourOf(kind.id)}>
                <span className="kind-tile">
                  <Icon className="kind-icon" size={24} stroke={1.75} aria-hidden />
                </span>
                <p className="soft">{howToBegin(kind)}</p>
              </div>
            ) : (
              <>
                {kind.group === null ? (
                  <Posters entries={entries} history={report.history} />
                ) : (
                  <MostTime kind={kind} entries={entries} />
                )}
                <a
                  className="text-link card-link"
                  href={hashOf({ page: 'library', kind: kind.id })}
                >
                  {entries.length === 1 ? 'Your' : 'All'}{' '}
                  {counted(entries.length, kind.nouns.shortGroup)}
                </a>
              </>
            )}
          </Card>
        );
      })}
    </>
  );
}

const byTime = (a: LibraryEntry, b: LibraryEntry) => b.seconds - a.seconds;

function MostTime({
  kind,
  entries,
}: {
  readonly kind: KnownKind;
  readonly entries: readonly LibraryEntry[];
}) {
  const most = entries.toSorted(byTime).slice(0, LISTED);
  const longest = Math.max(1, ...most.map(({ seconds }) => seconds));
  return (
    <ul className="most-time" style={inColourOf(kind.id)}>
      {most.map((entry) => (
        <li key={entry.group_id}>
          <Artwork kind={kind.id} name={entry.name} url={entry.artwork_url} />
          <a href={hashOf({ page: 'group', kind: kind.id, id: entry.group_id })}>
            <bdi>{nameOf(entry)}</bdi>
          </a>
          <span className="soft">
            <Length seconds={entry.seconds} isGuess={entry.guessed_seconds > 0} />
          </span>
          <div className="time-bar" aria-hidden="true">
            <div style={{ width: `${(entry.seconds / longest) * 100}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Posters({
  entries,
  history,
}: {
  readonly entries: readonly LibraryEntry[];
  readonly history: History;
}) {
  const { shortDate } = useFormats();
  return (
    <ul className="posters">
      {/* The library has the latest first. */}
      {entries.slice(0, POSTERS).map((entry) => (
        <li key={entry.group_id}>
          <a
            href={hashOf({ page: 'group', kind: entry.kind, id: entry.group_id })}
            aria-label={nameOf(entry)}
          >
            <Artwork kind={entry.kind} name={entry.name} url={entry.artwork_url} />
          </a>
          <span className="soft">{shortDate(dayOf(entry.last_watched_at, history))}</span>
        </li>
      ))}
    </ul>
  );
}

/** All media in one card, for phones. */
export function LibraryCard({ report }: { readonly report: Report }) {
  const { length, counted } = useFormats();
  const seconds = secondsByKind(report.history.days);
  return (
    <Card className="library-card" title="Library">
      <ul>
        {mediaKinds.map((kind) => {
          const entries = report.library.filter((entry) => entry.kind === kind.id);
          const { Icon, title } = looks[kind.id];
          return (
            <li key={kind.id} style={inColourOf(kind.id)}>
              <Icon className="kind-icon" size={20} aria-hidden />
              <span>
                <a href={hashOf({ page: 'library', kind: kind.id })}>{title}</a>
                <span className="soft">{counted(entries.length, kind.nouns.shortGroup)}</span>
              </span>
              <span className="library-card-artwork">
                {(kind.group === null ? entries : entries.toSorted(byTime))
                  .slice(0, 3)
                  .map(({ group_id, name, artwork_url }) => (
                    <Artwork key={group_id} kind={kind.id} name={name} url={artwork_url} />
                  ))}
              </span>
              <strong>{length(seconds[kind.id])}</strong>
              <IconChevronRight size={18} aria-hidden />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
