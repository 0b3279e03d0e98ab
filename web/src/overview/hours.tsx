import { episode, inNumber, mediaKinds } from '@immersion-tracker/contract';
import { useState } from 'react';
import { type KindSums, secondsByKind, totalSeconds } from '../days/days.ts';
import { inColourOf, looks } from '../kinds/looks.ts';
import { useFormats } from '../text/use-formats.ts';
import type { History } from '../tracker/tracker.ts';
import { PageHeading } from '../ui/page-heading.tsx';

declare module 'react' {
  interface CSSProperties {
    '--digits'?: number;
  }
}

/** What an episode counts if nobody knows how long it is. */
const GUESS_SECONDS = episode.record.guessedDuration;

/** The hours so far, since when, by medium, and how many of them are a guess. */
export function Hours({ history }: { readonly history: History }) {
  const { number, date, length } = useFormats();
  const { days, today, guessed_seconds: guessed } = history;
  const total = totalSeconds(days);
  const hours = Math.floor(total / 3600);
  const first = days[0]?.date ?? today;
  const byKind = secondsByKind(days);
  const kinds = mediaKinds.filter(({ id }) => byKind[id] > 0);
  return (
    <section className="hours" aria-labelledby="hours-title">
      <PageHeading id="hours-title" title="Overview">
        <strong className="hours-count" style={{ '--digits': `${hours}`.length }}>
          {number(hours)}
        </strong>{' '}
        <span>{inNumber(hours, 'hour')}</span>
      </PageHeading>
      <p className="hours-since">
        {first === today ? 'of immersion on your first day.' : `of immersion since ${date(first)}`}
      </p>
      {first === today && (
        <p className="hours-praise">Good start. Everything from here on adds up.</p>
      )}
      <div className="hours-split">
        <SplitBar parts={byKind} guessed={guessed} />
        {kinds.length > 1 && (
          <ul className="hours-kinds">
            {kinds.map(({ id }) => {
              const { Icon, title } = looks[id];
              return (
                <li key={id} style={inColourOf(id)}>
                  <Icon className="kind-icon" size={18} aria-hidden />
                  <span className="hours-kind">{title}</span>
                  <strong>{length(byKind[id])}</strong>
                </li>
              );
            })}
          </ul>
        )}
        {guessed > 0 && <Guess seconds={guessed} />}
      </div>
    </section>
  );
}

interface SplitBarProps {
  /** Seconds by kind. */
  readonly parts: KindSums;
  /** Seconds of episodes whose length is a guess. */
  readonly guessed: number;
}

/** The hours by medium, with what is a guess at the end of the shows' part. The list below says the same. */
function SplitBar({ parts, guessed }: SplitBarProps) {
  return (
    <div className="split-bar" aria-hidden="true">
      {mediaKinds
        .filter(({ id }) => parts[id] > 0)
        .map(({ id }) => (
          <div key={id} style={{ ...inColourOf(id), flexGrow: parts[id] }}>
            {id === 'episode' && guessed > 0 && (
              <div className="hatched" style={{ width: `${(guessed / parts[id]) * 100}%` }} />
            )}
          </div>
        ))}
    </div>
  );
}

function Guess({ seconds }: { readonly seconds: number }) {
  const { length, counted } = useFormats();
  const [open, setOpen] = useState(false);
  const episodes = Math.round(seconds / GUESS_SECONDS);
  const [count, they] = episodes === 1 ? ['counts', 'it is'] : ['count', 'they are'];
  const [each, shows] = episodes === 1 ? ['', 'its show'] : [' each', 'their shows'];
  return (
    <>
      <p className="hours-guess">
        <span className="hatched-sample" style={inColourOf('episode')} aria-hidden="true" />
        {length(seconds)} of this is a guess.{' '}
        <button
          type="button"
          className="text-link"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          See why
        </button>
      </p>
      {open && (
        <p className="hours-why">
          {counted(episodes, 'episode')} {count} {length(GUESS_SECONDS)}
          {each}, because neither the file nor TheTVDB says how long {they}. Match {shows} to fix
          that.
        </p>
      )}
    </>
  );
}
