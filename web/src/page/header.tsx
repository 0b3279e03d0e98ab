import {
  IconCalendar,
  IconDeviceTv,
  IconHistory,
  IconHome,
  IconRefresh,
  IconSettings,
} from '@tabler/icons-react';
import { hashOf, type Route } from '../routes/routes.ts';
import { isToday } from '../text/is-today.ts';
import { useFormats } from '../text/use-formats.ts';
import { Brand } from '../ui/brand.tsx';

export interface HeaderProps {
  readonly route: Route;
  /** When the report was requested, in epoch milliseconds. */
  readonly asOf: number | undefined;
  readonly loading: boolean;
  onRefresh(): void;
}

const tabs = [
  { name: 'Overview', Icon: IconHome, route: { page: 'overview' }, pages: ['overview'] },
  {
    ...{ name: 'Watched', Icon: IconHistory, pages: ['watched'] },
    route: { page: 'watched', filters: {} },
  },
  {
    ...{ name: 'Library', Icon: IconDeviceTv, pages: ['library', 'group'] },
    route: { page: 'library', kind: 'episode' },
  },
  { name: 'Year', Icon: IconCalendar, route: { page: 'year' }, pages: ['year'] },
] as const satisfies readonly {
  readonly name: string;
  readonly route: Route;
  readonly pages: readonly Route['page'][];
  readonly Icon: unknown;
}[];

/** The pages, when the report was loaded, and the settings. On a phone, the pages are at the bottom. */
export function Header({ route, asOf, loading, onRefresh }: HeaderProps) {
  const { clock, dateAndClock } = useFormats();
  return (
    <header className="header">
      <div className="header-inside">
        <a
          className="header-home"
          href={hashOf({ page: 'overview' })}
          aria-label="Immersion tracker, overview"
        >
          <Brand />
        </a>
        <nav className="tabs" aria-label="Pages">
          {tabs.map(({ name, Icon, route: target, pages }) => {
            const isCurrent = pages.some((page) => page === route.page);
            return (
              <a key={name} href={hashOf(target)} aria-current={isCurrent ? 'page' : undefined}>
                <Icon className="tab-icon" size={24} stroke={1.75} aria-hidden />
                {name}
              </a>
            );
          })}
        </nav>
        <p className="header-as-of" role="status">
          {asOf !== undefined && (
            <>
              Updated{' '}
              <time dateTime={new Date(asOf).toISOString()}>
                {isToday(asOf) ? clock(asOf) : dateAndClock(asOf)}
              </time>
            </>
          )}
        </p>
        {/* A disabled button would lose the focus. */}
        <button
          type="button"
          className="header-refresh icon-button"
          aria-label="Refresh"
          title="Refresh"
          aria-disabled={loading}
          data-busy={loading}
          onClick={() => loading || onRefresh()}
        >
          <IconRefresh aria-hidden size={20} />
        </button>
        <a
          className="icon-button"
          href={hashOf({ page: 'settings' })}
          aria-label="Settings"
          title="Settings"
          aria-current={route.page === 'settings' ? 'page' : undefined}
        >
          <IconSettings aria-hidden size={20} />
        </a>
      </div>
    </header>
  );
}
