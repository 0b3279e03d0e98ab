import { mediaKinds } from '@immersion-tracker/contract';
import { inColourOf, looks } from '../kinds/looks.ts';
import { type Filters, hashOf } from '../routes/routes.ts';
import { showFilters } from './go.ts';

/** Chooses the medium, and only those records whose length is a guess. */
export function FilterChips({ filters }: { readonly filters: Filters }) {
  const hash = (changes: Filters) =>
    hashOf({ page: 'watched', filters: { ...filters, ...changes } });
  const current = (isCurrent: boolean) => (isCurrent ? 'true' : undefined);
  return (
    <nav className="chips" aria-label="Media">
      <a
        className="chip"
        href={hash({ kind: undefined })}
        aria-current={current(filters.kind === undefined)}
      >
        All
      </a>
      {mediaKinds.map(({ id }) => {
        const { Icon, title } = looks[id];
        return (
          <a
            key={id}
            className="chip"
            href={hash({ kind: id })}
            aria-current={current(filters.kind === id)}
            style={inColourOf(id)}
          >
            <Icon className="kind-icon" size={18} aria-hidden />
            {title}
          </a>
        );
      })}
      <button
        type="button"
        className="chip chip-guessed"
        aria-pressed={filters.guessed ?? false}
        onClick={() => showFilters({ ...filters, guessed: !filters.guessed })}
      >
        Guessed lengths
      </button>
    </nav>
  );
}
