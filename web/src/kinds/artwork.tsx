import type { KindId } from '@immersion-tracker/contract';
import { useState } from 'react';
import { initial } from './initial.ts';
import { inColourOf, looks } from './looks.ts';

export interface ArtworkProps {
  readonly kind: KindId;
  /** Null or blank if it is unknown; the artwork then shows the icon of the kind. */
  readonly name: string | null;
  readonly url: string | null;
}

/** A show's, movie's, channel's or podcast's picture. Until it loads, or if there is none, its first character. */
export function Artwork({ kind, name, url }: ArtworkProps) {
  const { Icon, artwork } = looks[kind];
  const [failed, setFailed] = useState<string>();
  const letter = initial(name ?? '');
  return (
    <div className="artwork" data-shape={artwork} style={inColourOf(kind)} aria-hidden="true">
      {letter === '' ? <Icon size={22} /> : <span>{letter}</span>}
      {url !== null && isSafe(url) && url !== failed && (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setFailed(url)}
        />
      )}
    </div>
  );
}

/** Allows only HTTPS and embedded images, so that the page never loads a picture unencrypted. */
export const isSafe = (url: string) => /^(https:\/\/|data:image\/)/i.test(url);
