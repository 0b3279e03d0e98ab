import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';
import { comingUp } from './coming.ts';

/** What the dashboard will show as soon as it has something to say. */
export function ComingUp({ report: { history } }: { readonly report: Report }) {
  const coming = comingUp(history, useFormats());
  if (coming.length === 0) return null;
  return (
    <Card className="coming-up" title="Coming up">
      <ul>
        {coming.map(({ what, when, needsGoal }) => (
          <li key={what}>
            <p className="coming-up-what">{what}</p>
            <p className="soft">
              {when}
              {needsGoal === true && (
                <>
                  , once you{' '}
                  <a className="text-link" href={hashOf({ page: 'settings' })}>
                    set a total
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
