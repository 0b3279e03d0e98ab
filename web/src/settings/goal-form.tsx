import { type FormEvent, useRef, useState } from 'react';
import { useFormats } from '../text/use-formats.ts';
import type { Report } from '../tracker/tracker.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { BAD_DATE, changesOf, fieldsOf, type GoalFields, goalOf, NO_GOAL } from './goal-fields.ts';
import { forecastWords, outlookOf } from './goal-outlook.ts';
import { SaveStatus } from './save-status.tsx';
import { type Problems, useSaving } from './use-saving.ts';

/** Minutes a day that many people choose. */
const USUAL_MINUTES = [15, 30, 60, 90];

const FIELDS = [
  { name: 'daily_goal_minutes', label: 'Minutes a day', unit: 'min' },
  { name: 'target_hours', label: 'Hours in total', unit: 'h' },
  { name: 'target_date', label: 'Reach them by', unit: undefined },
] as const;

/** Sets or removes the goal, and says what it would take before it is saved. */
export function GoalForm({ report: { settings, history } }: { readonly report: Report }) {
  const formats = useFormats();
  const { now, save, clear } = useSaving();
  /** What was typed and is not saved yet. */
  const [draft, setDraft] = useState<Partial<GoalFields>>({});
  const [wrong, setWrong] = useState<Problems>({});
  const inputs = useRef<Partial<Record<keyof GoalFields, HTMLInputElement | null>>>({});

  const fields = { ...fieldsOf(settings, formats.number), ...draft };
  const { goal, problems } = goalOf(fields, settings, formats.number);
  const refused = now.state === 'failed' ? now.problems : {};
  const outlook = outlookOf(goal, history, formats);
  const forecast = forecastWords(goal, history, formats);
  const hasGoal = Object.values(fields).some((text) => text !== '');

  function edit(changed: Partial<GoalFields>) {
    setDraft({ ...draft, ...changed });
    setWrong({});
    clear();
  }

  async function saveGoal(wanted: typeof goal) {
    if (now.state === 'saving') return;
    const sent = draft;
    if (!(await save(changesOf(wanted, settings)))) return;
    // What was typed in the meantime is not saved yet.
    setDraft((latest) =>
      Object.fromEntries(
        Object.entries(latest).filter(([name, text]) => sent[name as keyof GoalFields] !== text),
      ),
    );
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    // The browser gives no value for a date that is incomplete or does not exist.
    const isBadDate = inputs.current.target_date?.validity.badInput === true;
    const found = isBadDate ? { ...problems, target_date: BAD_DATE } : problems;
    setWrong(found);
    const first = FIELDS.find(({ name }) => found[name] !== undefined);
    if (first !== undefined) return inputs.current[first.name]?.focus();
    void saveGoal(goal);
  }

  return (
    <form onSubmit={submit} noValidate>
      <div className="goal-fields">
        {FIELDS.map(({ name, label, unit }) => (
          <TextField
            key={name}
            ref={(input) => {
              inputs.current[name] = input;
            }}
            label={label}
            autoComplete="off"
            {...(unit === undefined
              ? { type: 'date', min: history.today, max: '9999-12-31' }
              : { inputMode: 'numeric', aside: unit })}
            value={fields[name]}
            error={wrong[name] ?? refused[name]}
            onChange={(event) => edit({ [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <fieldset className="chips">
        <legend className="visually-hidden">Usual minutes a day</legend>
        {USUAL_MINUTES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            className="chip"
            aria-pressed={goal.daily_goal_minutes === minutes}
            onClick={() => edit({ daily_goal_minutes: formats.number(minutes) })}
          >
            {formats.aDay(minutes)}
          </button>
        ))}
      </fieldset>
      <div className="outlook">
        <p>
          <strong>{outlook.soFar}</strong> {outlook.takes}
        </p>
        {forecast !== undefined && <p className="outlook-forecast">{forecast}</p>}
      </div>
      <div className="settings-buttons">
        <Button type="submit" aria-disabled={now.state === 'saving'}>
          Save goal
        </Button>
        {hasGoal && (
          <Button variant="subtle" onClick={() => saveGoal(NO_GOAL)}>
            Remove goal
          </Button>
        )}
        <SaveStatus now={now} />
      </div>
    </form>
  );
}
