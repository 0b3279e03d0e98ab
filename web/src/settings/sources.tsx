import {
  listed,
  mediaKinds,
  type ProviderId,
  type ProviderKey,
  providers,
} from '@immersion-tracker/contract';
import { IconCheck, IconKey } from '@tabler/icons-react';
import { Fragment, useId, useState } from 'react';
import type { ConfiguredProviders } from '../tracker/tracker.ts';

/** Where to get the keys of each provider, and what to ask for there. */
const keyPages: Readonly<
  Record<ProviderId, { readonly name: string; readonly url: string; readonly how: string }>
> = {
  tvdb: {
    name: 'thetvdb.com',
    url: 'https://thetvdb.com/api-information',
    how: 'create a v4 key of the kind that needs no subscriber PIN',
  },
  youtube: {
    name: 'console.cloud.google.com',
    url: 'https://console.cloud.google.com/apis/library/youtube.googleapis.com',
    how: 'enable YouTube Data API v3, then create an API key without website restrictions',
  },
  spotify: {
    name: 'developer.spotify.com',
    url: 'https://developer.spotify.com/dashboard',
    how: 'create an app; its owner needs Premium',
  },
};

/** The providers, and whether the tracker has keys for them. */
export function Sources({ configured }: { readonly configured: ConfiguredProviders }) {
  return (
    <ul className="sources">
      {providers.map(({ id, name, keys }) => (
        <Source key={id} id={id} name={name} keys={keys} isReady={configured[id]} />
      ))}
    </ul>
  );
}

interface SourceProps {
  readonly id: ProviderId;
  readonly name: string;
  readonly keys: readonly ProviderKey[];
  readonly isReady: boolean;
}

function Source({ id, name, keys, isReady }: SourceProps) {
  const [open, setOpen] = useState(false);
  const helpId = useId();
  const Icon = isReady ? IconCheck : IconKey;
  return (
    <li data-ready={isReady}>
      <Icon size={20} aria-hidden />
      <div className="source-words">
        <p className="source-name">{name}</p>
        <p className="soft">{whatItKnows(id, name)}</p>
      </div>
      {isReady ? (
        <p className="soft">Ready</p>
      ) : (
        <p className="soft">
          No key yet.{' '}
          <button
            type="button"
            className="text-link"
            aria-expanded={open}
            aria-controls={helpId}
            onClick={() => setOpen(!open)}
          >
            How to add one
          </button>
        </p>
      )}
      {!isReady && (
        <div id={helpId} className="source-help" hidden={!open}>
          <HowToAdd id={id} keys={keys} />
        </div>
      )}
    </li>
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

function HowToAdd({ id, keys }: Pick<SourceProps, 'id' | 'keys'>) {
  const { name, url, how } = keyPages[id];
  return (
    <ol>
      <li>
        On{' '}
        <a href={url} target="_blank" rel="noreferrer">
          {name}
        </a>
        , {how}.
      </li>
      <li>
        On the machine that runs the tracker, open <code>secret.json</code>, whose path{' '}
        <code>npm start</code> prints. On AWS, it is the secret <code>immersion_tracker_api</code>.
      </li>
      <li>
        Put {keys.length === 1 ? 'the key' : 'each value'} between the empty quotation marks after{' '}
        {keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && ' and '}
            <code>{key}</code>
          </Fragment>
        ))}
        . The tracker picks it up without a restart.
      </li>
    </ol>
  );
}
