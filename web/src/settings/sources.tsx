import { listed, mediaKinds, type ProviderId, providers } from '@immersion-tracker/contract';
import { IconCheck, IconKey } from '@tabler/icons-react';
import type { ConfiguredProviders } from '../tracker/tracker.ts';
import { KeyHelp } from '../ui/key-help.tsx';

/** The providers, and whether the tracker has keys for them. */
export function Sources({ configured }: { readonly configured: ConfiguredProviders }) {
  return (
    <ul className="sources">
      {providers.map(({ id, name }) => {
        const isReady = configured[id];
        const Icon = isReady ? IconCheck : IconKey;
        return (
          <li key={id} data-ready={isReady}>
            <Icon size={20} aria-hidden />
            <div>
              <p className="source-name">{name}</p>
              <p className="soft">{whatItKnows(id, name)}</p>
            </div>
            {isReady ? <p className="soft">Ready</p> : <KeyHelp provider={id}>No key yet.</KeyHelp>}
          </li>
        );
      })}
    </ul>
  );
}

/** Such as `Titles and lengths of videos`. */
function whatItKnows(provider: ProviderId, name: string): string {
  const kinds = mediaKinds.filter((kind) => kind.provider.id === provider);
  const [first] = kinds;
  const nouns = kinds.map(({ foundIn, nouns: { group, record } }) =>
    foundIn === 'folder' ? group[1] : record[1].replace(`${name} `, ''),
  );
  const what = first?.foundIn === 'folder' ? 'Names, artwork and lengths' : 'Titles and lengths';
  return `${what} of ${listed(nouns)}`;
}
