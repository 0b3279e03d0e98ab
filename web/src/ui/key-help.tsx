import { type ProviderId, providers } from '@immersion-tracker/contract';
import { Fragment, type ReactNode, useId, useState } from 'react';

interface KeyPage {
  readonly name: string;
  readonly url: string;
  /** What to do there. */
  readonly how: string;
}

/** Where to get the keys of each provider. */
const keyPages: Readonly<Record<ProviderId, KeyPage>> = {
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

export interface KeyHelpProps {
  readonly provider: ProviderId;
  /** What is missing, as a sentence. */
  readonly children: ReactNode;
}

/** Says that a key is missing and, if somebody asks, how to add it. */
export function KeyHelp({ provider, children }: KeyHelpProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const keys: readonly string[] = providers.find((one) => one.id === provider)?.keys ?? [];
  const { name, url, how } = keyPages[provider];
  return (
    <div className="key-help">
      <p>
        {children}{' '}
        <button
          type="button"
          className="text-link"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          How to add one
        </button>
      </p>
      <ol id={id} hidden={!open}>
        <li>
          On{' '}
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
          , {how}.
        </li>
        <li>
          On the machine that runs the tracker, open <code>secret.json</code>, whose path{' '}
          <code>npm start</code> prints. On AWS, it is the secret <code>immersion_tracker_api</code>
          .
        </li>
        <li>
          Put {keys.length === 1 ? 'the key' : 'each value'} between the empty quotation marks after{' '}
          {keys.map((key, index) => (
            <Fragment key={key}>
              {index > 0 && ' and '}
              <code>{key}</code>
            </Fragment>
          ))}
          . The tracker needs no restart; just refresh this page.
        </li>
      </ol>
    </div>
  );
}
