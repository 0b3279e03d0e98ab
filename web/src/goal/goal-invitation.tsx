import { endpoints } from '@immersion-tracker/contract';
import { type FormEvent, useRef, useState } from 'react';
import { totalSeconds } from '../days/days.ts';
import { useFormats } from '../text/use-formats.ts';
import { readWholeNumber } from '../text/whole-number.ts';
import type { History } from '../tracker/tracker.ts';
import { messageOf } from '../tracker/trouble.ts';
import { useSession } from '../tracker/use-session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { formWords } from './words/form-words.ts';

const FIELDS = [
  { name: 'daily_goal_minutes', label: 'Minutes a day', suggested: 60 },
  { name: 'target_hours', label: 'Hours in total', suggested: 1000 },
] as const;
const [DAILY, TOTAL] = FIELDS;
type Name = (typeof FIELDS)[number]['name'];

export interface GoalInvitationProps {
  readonly history: History;
  /** Called when the goal is set, before the page shows it. */
  onSet(): void;
  onDecline(): void;
}

/** Invites somebody without a goal to set one. */
export function GoalInvitation({ history, onSet, onDecline }: GoalInvitationProps) {
  const formats = useFormats();
  const { send, reload } = useSession();
  const [texts, setTexts] = useState<Readonly<Record<Name, string>>>({
    daily_goal_minutes: formats.number(DAILY.suggested),
    target_hours: formats.number(TOTAL.suggested),
  });
  /** Whether to say what is wrong with the fields: not before somebody wants to set the goal. */
  const [checked, setChecked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const inputs = useRef<Partial<Record<Name, HTMLInputElement | null>>>({});

  const read = (name: Name) => readWholeNumber(texts[name], name, formats.number);
  const typed = {
    daily_goal_minutes: read('daily_goal_minutes'),
    target_hours: read('target_hours'),
  };
  const { daily_goal_minutes: minutes, target_hours: hours } = typed;
  const words =
    minutes.value === undefined || hours.value === undefined
      ? ''
      : formWords(minutes.value, hours.value, totalSeconds(history.days), formats);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    setChecked(true);
    setTrouble(undefined);
    const wrong = FIELDS.find(({ name }) => typed[name].problem !== undefined);
    const isEmpty = minutes.value === null && hours.value === null;
    if (wrong || isEmpty) return inputs.current[wrong?.name ?? DAILY.name]?.focus();
    setSaving(true);
    try {
      await send(endpoints.updateSettings, {
        daily_goal_minutes: minutes.value,
        target_hours: hours.value,
      });
      onSet();
      await reload();
    } catch (error) {
      setTrouble(
        `Could not save your goal. ${messageOf(error)} Your numbers are still here: try again.`,
      );
    } finally {
      setSaving(false);
    }
  }

  return (
    <Card className="goal" title="What are you aiming for?">
      <form className="aim" onSubmit={submit} noValidate>
        <p className="aim-why">
          A daily goal keeps you going. A total gives you a date to look forward to. You can change
          both at any time.
        </p>
        <div className="aim-fields">
          {FIELDS.map(({ name, label }) => (
            <TextField
              key={name}
              ref={(input) => {
                inputs.current[name] = input;
              }}
              label={label}
              inputMode="numeric"
              autoComplete="off"
              value={texts[name]}
              error={checked ? typed[name].problem : undefined}
              onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
            />
          ))}
        </div>
        <p className="aim-outlook soft" role="status">
          {words}
        </p>
        {trouble !== undefined && (
          <p className="aim-trouble" role="alert">
            {trouble}
          </p>
        )}
        <div className="aim-buttons">
          <Button type="submit" aria-disabled={saving}>
            {saving ? 'Setting…' : 'Set goal'}
          </Button>
          <Button variant="subtle" aria-disabled={saving} onClick={() => saving || onDecline()}>
            Not now
          </Button>
        </div>
      </form>
    </Card>
  );
}
