import { type KindId, mediaKinds } from '@immersion-tracker/contract';
import { useMemo } from 'react';
import { secondsByKind } from '../days/days.ts';
import { inColourOf, looks } from '../kinds/looks.ts';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import type { History } from '../tracker/tracker.ts';

export interface KindTabsProps {
  readonly current: KindId;
  readonly history: History;
}

/** The pages of the media, with their hours. */
export function KindTabs({ current, history: { days } }: KindTabsProps) {
  const { length } = useFormats();
  const seconds = useMemo(() => secondsByKind(days), [days]);
  return (
    <nav className="kind-tabs" aria-label="Media">
      {mediaKinds.map(({ id }) => {
        const { Icon, title } = looks[id];
        return (
          <a
            key={id}
            href={hashOf({ page: 'library', kind: id })}
            style={inColourOf(id)}
            aria-current={id === current ? 'page' : undefined}
          >
            <Icon className="kind-icon" size={20} aria-hidden />
            <span>{title}</span> <span className="soft">{length(seconds[id])}</span>
          </a>
        );
      })}
    </nav>
  );
}
