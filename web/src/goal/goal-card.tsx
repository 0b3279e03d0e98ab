import { useState } from 'react';
import type { Report } from '../tracker/tracker.ts';
import { useSession } from '../tracker/use-session.ts';
import { decline, hasDeclined } from './declined.ts';
import { GoalInvitation } from './goal-invitation.tsx';
import { GoalShown } from './goal-shown.tsx';

/** The goal, and when it will be reached. Asks for one if there is none. */
export function GoalCard({ report: { history } }: { readonly report: Report }) {
  const { user } = useSession();
  const [declined, setDeclined] = useState(() => hasDeclined(user));
  /** Whether the question was just answered, so that the focus goes from its form to what replaces it. */
  const [answered, setAnswered] = useState(false);

  if (history.goal !== null || declined) return <GoalShown history={history} focus={answered} />;
  return (
    <GoalInvitation
      history={history}
      onSet={() => setAnswered(true)}
      onDecline={() => {
        decline(user);
        setDeclined(true);
        setAnswered(true);
      }}
    />
  );
}
