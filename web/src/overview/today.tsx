import {
  type HistoryDay,
  inNumber,
  mediaKinds,
  NBSP,
  recordsOfDay,
  secondsOfDay,
} from '@immersion-tracker/contract';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { daysAfter, heatLevel } from '../days/days.ts';
import { inColourOf, looks } from '../kinds/looks.ts';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import type { History, Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';
import { streakWords, todayWords } from './today-words.ts';

/** Today's minutes beside the daily goal, and the days in a row. */
export function Today({ report }: { readonly report: Report }) {
  const formats = useFormats();
  const { history } = report;
  const { today, goal, days } = history;
  const day = days.findLast(({ date }) => date === today);
  const seconds = day === undefined ? 0 : secondsOfDay(day);
  const minutes = Math.floor(seconds / 60);
  const target = goal?.daily_goal_minutes ?? null;
  const words = todayWords(history, seconds, formats);
  const streak = streakWords(history, formats);
  return (
    <Card
      className="today"
      title="Today"
      aside={<span className="soft">{formats.longDay(today)}</span>}
    >
      {target === null ? (
        <div className="today-minutes">
          <p className="today-figure">{words.headline}</p>
          <Watched day={day} />
          <a className="text-link" href={hashOf({ page: 'settings' })}>
            Set a daily goal
          </a>
        </div>
      ) : (
        <div className="today-goal">
          <Ring share={Math.min(1, minutes / target)}>
            <strong>{formats.number(minutes)}</strong>
            <span>
              of {formats.number(target)}
              <span className="ring-unit">{NBSP}min</span>
            </span>
          </Ring>
          <div>
            <p className="headline">{words.headline}</p>
            {words.note !== undefined && <p className="soft">{words.note}</p>}
            <Watched day={day} />
          </div>
        </div>
      )}
      <div className="streak">
        <div className="streak-words">
          <p className="headline">{streak.headline}</p>
          <p className="soft">{streak.note}</p>
        </div>
        <LastDays history={history} />
      </div>
    </Card>
  );
}

/** What was watched, by medium. */
function Watched({ day }: { readonly day: HistoryDay | undefined }) {
  const { number } = useFormats();
  if (day === undefined || recordsOfDay(day) === 0) return null;
  return (
    <ul className="today-kinds">
      {mediaKinds
        .filter(({ id }) => day[`${id}_records`] > 0)
        .map(({ id, nouns }) => {
          const { Icon } = looks[id];
          return (
            <li key={id} style={inColourOf(id)}>
              <Icon className="kind-icon" size={16} aria-hidden />
              <span>
                {number(day[`${id}_records`])}{' '}
                <span className="today-noun">{inNumber(day[`${id}_records`], nouns.record)}</span>
              </span>
            </li>
          );
        })}
    </ul>
  );
}

/** Of the ring, in units of its viewBox. */
const RADIUS = 54;
const LENGTH = 2 * Math.PI * RADIUS;

/** A ring that closes when the goal is reached. */
function Ring({ share, children }: { readonly share: number; readonly children: ReactNode }) {
  return (
    <div className="ring">
      <svg viewBox="0 0 126 126" aria-hidden="true">
        <circle cx="63" cy="63" r={RADIUS} />
        {share > 0 && (
          <circle
            className="ring-share"
            cx="63"
            cy="63"
            r={RADIUS}
            strokeDasharray={`${share * LENGTH} ${LENGTH}`}
          />
        )}
      </svg>
      <p>{children}</p>
    </div>
  );
}

/** How many days the card shows. */
const DAYS = 7;

/** The last seven days with their minutes; on the first day, that day and the six to come. */
function LastDays({ history }: { readonly history: History }) {
  const { weekday, fullDay, aDay, number } = useFormats();
  const { days, today, goal } = history;
  const isFirstDay = days.every(({ date }) => date === today);
  const shown = Array.from({ length: DAYS }, (_, index) =>
    daysAfter(today, isFirstDay ? index : index - DAYS + 1),
  );
  return (
    <ol className="last-days">
      {shown.map((date) => {
        const day = days.findLast((one) => one.date === date);
        const minutes = day === undefined ? 0 : Math.floor(secondsOfDay(day) / 60);
        const toCome = date > today;
        const level = heatLevel(day, goal?.daily_goal_minutes ?? null);
        return (
          <li key={date} data-today={date === today}>
            {toCome ? (
              <span className="last-day" data-to-come="true" />
            ) : (
              <a
                className="last-day"
                data-heat={level}
                href={hashOf({ page: 'watched', filters: { day: date } })}
                aria-label={`${fullDay(date)}, ${aDay(minutes)}`}
              >
                {isFirstDay ? <IconCheck size={18} stroke={2.5} aria-hidden /> : number(minutes)}
              </a>
            )}
            <span aria-hidden={!toCome}>{date === today ? 'Today' : weekday(date)}</span>
          </li>
        );
      })}
    </ol>
  );
}
