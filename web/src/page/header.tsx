import { ActionIcon, Button } from '@mantine/core';
import { IconLogout, IconRefresh } from '@tabler/icons-react';
import { Brand } from '../ui/brand.tsx';
import { useFormats } from '../ui/formats.ts';

export interface HeaderProps {
  readonly user: string;
  /** When the tracker answered what is shown. */
  readonly asOf: Date | undefined;
  readonly loading: boolean;
  onRefresh(): void;
  onSignOut(): void;
}

/** Who is signed in, and how old what they see is. */
export function Header({ user, asOf, loading, onRefresh, onSignOut }: HeaderProps) {
  const { moment } = useFormats();
  return (
    <header className="header">
      <div className="header-inside">
        <Brand />
        <p className="header-as-of" role="status">
          {asOf && (
            <>
              As of <time dateTime={asOf.toISOString()}>{moment(asOf, new Date())}</time>
            </>
          )}
        </p>
        <ActionIcon
          variant="subtle"
          size="xl"
          aria-label="Refresh"
          title="Refresh"
          loading={loading}
          onClick={onRefresh}
        >
          <IconRefresh aria-hidden />
        </ActionIcon>
        <Button
          className="header-sign-out"
          variant="subtle"
          size="md"
          leftSection={<IconLogout aria-hidden size={20} />}
          title={`Signed in as ${user}`}
          onClick={onSignOut}
        >
          Sign out
        </Button>
      </div>
    </header>
  );
}
