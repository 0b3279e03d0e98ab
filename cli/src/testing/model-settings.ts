import { endpoints, type ResponseOf } from '@immersion-tracker/contract';

type Settings = ResponseOf<typeof endpoints.getSettings>;

/** Answers about the calendar and the goal, for a learner whose history is empty. */
export function modelSettings(
  timeZone: string | null,
): Readonly<Record<string, (body: unknown) => unknown>> {
  let settings: Settings = {
    ...{ time_zone: timeZone, day_starts_at_hour: null },
    ...{ daily_goal_minutes: null, target_hours: null, target_date: null },
  };
  return {
    'GET /settings': () => settings,
    'PUT /settings': (body) => {
      settings = Object.assign({}, settings, endpoints.updateSettings.request.parse(body));
      return settings;
    },
    'GET /history': () => {
      const { time_zone, day_starts_at_hour, ...goal } = settings;
      const hasGoal = Object.values(goal).some((value) => value !== null);
      return {
        time_zone: time_zone ?? 'Pacific/Auckland',
        day_starts_at_hour: day_starts_at_hour ?? 0,
        ...{ today: '2026-11-25', days: [], guessed_seconds: 0 },
        streak: { current_days: 0, current_since: null, longest_days: 0 },
        goal: !hasGoal
          ? null
          : {
              ...{ ...goal, hours_so_far: 0, minutes_today: 0, minutes_a_day_needed: null },
              ...{ pace_minutes: null, forecast: null },
            },
      };
    },
  };
}
