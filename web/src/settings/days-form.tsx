import { IconChevronDown } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { hourName } from '../text/hour-name.ts';
import { useFormats } from '../text/use-formats.ts';
import { zoneName } from '../text/zone-name.ts';
import type { Report } from '../tracker/tracker.ts';
import { SelectField } from '../ui/field.tsx';
import { dayStartWords } from './day-start.ts';
import { SaveStatus } from './save-status.tsx';
import { type Changes, useSaving } from './use-saving.ts';
import { browserZone, haveSameDays, zonesToChoose } from './zones.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Sets how days are counted. Saves a choice at once. */
export function DaysForm({ report: { settings, history } }: { readonly report: Report }) {
  const formats = useFormats();
  const { now, save } = useSaving();
  /** What was chosen and is not in the report yet. */
  const [chosen, setChosen] = useState<Changes>({});

  const timeZone = chosen.time_zone ?? settings.time_zone ?? history.time_zone;
  const dayStartsAtHour = chosen.day_starts_at_hour ?? settings.day_starts_at_hour ?? 0;
  const browser = useMemo(browserZone, []);
  const zones = useMemo(() => zonesToChoose([timeZone, browser]), [timeZone, browser]);
  const isSame = useMemo(
    () => browser === undefined || haveSameDays(timeZone, browser),
    [timeZone, browser],
  );
  const problems = now.state === 'failed' ? now.problems : {};

  async function choose(changes: Changes) {
    setChosen((others) => ({ ...others, ...changes }));
    if (!(await save(changes))) return;
    // What was chosen since then is still being saved.
    setChosen((latest) =>
      Object.fromEntries(
        Object.entries({ ...latest }).filter(([name, value]) => !isOf(changes, name, value)),
      ),
    );
  }

  return (
    <>
      <div className="days-fields">
        <SelectField
          label="Time zone"
          note={
            isSame ? 'The same as your browser.' : `Your browser is in ${zoneName(browser ?? '')}.`
          }
          aside={<IconChevronDown size={18} aria-hidden />}
          value={timeZone}
          error={problems.time_zone}
          onChange={(event) => void choose({ time_zone: event.currentTarget.value })}
        >
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zoneName(zone)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="A day begins at"
          note={dayStartWords({ timeZone, dayStartsAtHour }, Date.now(), formats)}
          aside={<IconChevronDown size={18} aria-hidden />}
          value={dayStartsAtHour}
          error={problems.day_starts_at_hour}
          onChange={(event) =>
            void choose({ day_starts_at_hour: Number(event.currentTarget.value) })
          }
        >
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {hourName(hour)}
            </option>
          ))}
        </SelectField>
      </div>
      <SaveStatus now={now} />
    </>
  );
}

const isOf = (changes: Changes, name: string, value: unknown) =>
  Object.entries(changes).some(([changed, to]) => changed === name && to === value);
