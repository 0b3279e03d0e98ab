import { listed, type ProviderId, providers } from '@immersion-tracker/contract';
import { type ReactNode, useId, useState } from 'react';

/** Where to get the keys of each provider, and what to ask for there. */
const pages: Readonly<
  Record<ProviderId, { readonly name: string; readonly url: string; readonly how: string }>
> = {
  tvdb: {
    name: 'thetvdb.com',
    url: 'https://thetvdb.com/api-information',
    how: 'create a v4 key of the kind that needs no subscriber PIN',
  },
  youtube: {
    name: 'the Google Cloud console',
    url: 'https://console.cloud.google.com/apis/library/youtube.googleapis.com',
    how: 'enable YouTube Data API v3, then create an API key without website restrictions',
  },
  spotify: {
    name: 'the Spotify developer dashboard',
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
  const keys = providers.find((one) => one.id === provider)?.keys ?? [];
  const { name, url, how } = pages[provider];
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
          At{' '}
          <a className="text-link" href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
          , {how}.
        </li>
        <li>
          On the machine that runs the tracker, open <code>secret.json</code>, whose path{' '}
          <code>npm start</code> prints.
        </li>
        <li>
          Put what you got between the quotation marks of {listed(keys)}. The tracker picks it up
          without a restart; then refresh this page.
        </li>
      </ol>
    </div>
  );
}
