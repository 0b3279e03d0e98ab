import { IconLogout } from '@tabler/icons-react';
import type { Report } from '../tracker/tracker.ts';
import { useSession } from '../tracker/use-session.ts';
import { Button } from '../ui/button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { DaysForm } from './days-form.tsx';
import { GoalForm } from './goal-form.tsx';
import { SettingsSection } from './settings-section.tsx';
import { Sources } from './sources.tsx';

export interface SettingsPageProps {
  readonly report: Report;
  onSignOut(): void;
}

export function SettingsPage({ report, onSignOut }: SettingsPageProps) {
  const { user } = useSession();
  return (
    <div className="settings">
      <PageHeading className="page-title" title="Settings">
        Settings
      </PageHeading>
      <SettingsSection
        title="Goal"
        note="Every field is optional. Leave one empty and the dashboard leaves it out."
      >
        <GoalForm report={report} />
      </SettingsSection>
      <SettingsSection
        title="Days"
        note="These decide which day a late-night episode belongs to. A change also applies to past records."
      >
        <DaysForm report={report} />
      </SettingsSection>
      <SettingsSection
        title="Sources"
        note="What the tracker can look up. Keys are set where it runs."
      >
        <Sources configured={report.providers} />
      </SettingsSection>
      <SettingsSection title="Account">
        <div className="account">
          <p>
            Signed in as{' '}
            <strong>
              <bdi>{user}</bdi>
            </strong>
          </p>
          <Button variant="light" icon={<IconLogout size={18} aria-hidden />} onClick={onSignOut}>
            Sign out
          </Button>
        </div>
      </SettingsSection>
    </div>
  );
}
