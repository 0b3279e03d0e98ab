import { ActionIcon, Button } from '@mantine/core';
import { IconLogout, IconRefresh } from '@tabler/icons-react';
import { Brand } from '../ui/brand.tsx';
import { useFormats } from '../ui/use-formats.ts';
import { OVERVIEW_HASH } from '../view-model/addresses.ts';

export interface HeaderProps {
  /** When the report was requested. */
  readonly asOf: Date | undefined;
  readonly loading: boolean;
  onRefresh(): void;
  onSignOut(): void;
}

export function Header({ asOf, loading, onRefresh, onSignOut }: HeaderProps) {
  const { moment } = useFormats();
  return (
    <header className="header">
      <div className="header-inside">
        <a className="header-home" href={OVERVIEW_HASH} aria-label="Immersion tracker, overview">
          <Brand />
        </a>
        <p className="header-as-of" role="status">
          {asOf && (
            <>
              As of <time dateTime={asOf.toISOString()}>{moment(asOf, new Date())}</time>
            </>
          )}
        </p>
        {/* A disabled button would lose the focus. */}
        <ActionIcon
          className="header-refresh"
          variant="subtle"
          size="xl"
          aria-label="Refresh"
          title="Refresh"
          aria-disabled={loading}
          data-busy={loading}
          onClick={() => loading || onRefresh()}
        >
          <IconRefresh aria-hidden />
        </ActionIcon>
        <Button
          className="header-sign-out"
          variant="subtle"
          size="md"
          leftSection={<IconLogout aria-hidden size={20} />}
          onClick={onSignOut}
        >
          <span>Sign out</span>
        </Button>
      </div>
    </header>
  );
}
