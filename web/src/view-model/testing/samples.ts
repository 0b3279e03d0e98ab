import {
  byKind,
  type KindFigures,
  type KindId,
  type Progress,
  writeFigures,
} from '@immersion-tracker/contract';

/** The progress of a user who has watched only these things. */
export function progressWith(
  told: Partial<Record<KindId, Partial<KindFigures>>> = {},
  shared: Partial<Progress> = {},
): Progress {
  const nothing: KindFigures = { watched: 0, watchedToday: 0, groups: [] };
  return {
    ...writeFigures(byKind(({ id }) => ({ ...nothing, ...told[id] }))),
    total_hours_watched: 0,
    days_since_first_episode: 0,
    weekly_trend_percentage: null,
    daily_activity: [6, 5, 4, 3, 2, 1, 0].map((days_ago) => ({ days_ago, minutes_watched: 0 })),
    all_time_progress: [],
    ...shared,
  };
}

/** A text with plain spaces and without direction marks. */
export function seen(text: string): string {
  return text.replace(/\s/g, ' ').replace(/[\u061c\u200e\u200f]/g, '');
}

/** A calendar day, such as `2026-04-05`, as midnight UTC. */
export function day(date: string): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/** Time zones, each with how many minutes it was behind UTC on 1 January 2026. */
export const FAR_ZONES = [
  ['Pacific/Kiritimati', -14 * 60],
  ['Pacific/Niue', 11 * 60],
  ['Pacific/Auckland', -13 * 60],
] as const;
