import { HEAT_LEVELS, heatBounds } from '../days/days.ts';
import { useFormats } from '../text/use-formats.ts';

/** What the colours mean. On a phone, only the first and the last names are visible. */
export function Legend({ dailyGoalMinutes }: { readonly dailyGoalMinutes: number | null }) {
  const { minutes } = useFormats();
  // Whole minutes are compared with half a goal, which may not be whole.
  const [half, goal, twice] = heatBounds(dailyGoalMinutes).map(Math.ceil);
  const names = [
    'Nothing',
    `Under ${minutes(half ?? 0)}`,
    `From ${minutes(half ?? 0)}`,
    `From ${minutes(goal ?? 0)}${dailyGoalMinutes === null ? '' : ', your goal'}`,
    `From ${minutes(twice ?? 0)}`,
  ];
  return (
    <ul className="heatmap-legend soft">
      {HEAT_LEVELS.map((level) => (
        <li key={level}>
          <span data-heat={level} />
          <span>{names[level]}</span>
        </li>
      ))}
    </ul>
  );
}
