import type { Report } from '../tracker/tracker.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export interface SettingsPageProps {
  readonly report: Report;
  onSignOut(): void;
}

export function SettingsPage(_: SettingsPageProps) {
  return (
    <PageHeading className="page-title" title="Settings">
      Settings
    </PageHeading>
  );
}
