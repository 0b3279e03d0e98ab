import type { KindId } from '@immersion-tracker/contract';
import { useState } from 'react';
import { looks } from '../kinds/looks.ts';
import type { Entry } from '../view-model/collections.ts';
import { initial } from '../view-model/initial.ts';

/** An entry's picture. Until it loads, or if there is none, the first character of the entry's name. */
export function Artwork({ kind, entry }: { readonly kind: KindId; readonly entry: Entry }) {
  const { artworkUrl, name, nameless } = entry;
  const { Icon, artwork } = looks[kind];
  const [failed, setFailed] = useState<string>();
  return (
    <div className="artwork" data-shape={artwork} aria-hidden="true">
      {nameless ? <Icon size={22} /> : <span>{initial(name)}</span>}
      {artworkUrl !== undefined && artworkUrl !== failed && (
        <img
          src={artworkUrl}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setFailed(artworkUrl)}
        />
      )}
    </div>
  );
}
