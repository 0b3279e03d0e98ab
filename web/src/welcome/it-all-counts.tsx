import { type KnownKind, mediaKinds } from '@immersion-tracker/contract';
import { inColourOf, looks } from '../kinds/looks.ts';
import { folderOf } from '../text/kind-words.ts';
import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';

/** The media without a record so far, and how to add them. */
export function ItAllCounts({ report: { history } }: { readonly report: Report }) {
  const missing = mediaKinds.filter(
    ({ id }) => !history.days.some((day) => day[`${id}_records`] > 0),
  );
  if (missing.length === 0) return null;
  return (
    <Card className="it-all-counts" title="It all counts">
      <p className="first-day-note">Add these whenever you like, then sync again.</p>
      <ul>
        {missing.map((kind) => {
          const { Icon, title } = looks[kind.id];
          return (
            <li key={kind.id} style={inColourOf(kind.id)}>
              <span className="kind-tile">
                <Icon className="kind-icon" size={24} stroke={1.75} aria-hidden />
              </span>
              <div>
                <p className="first-day-name">{title}</p>
                <p className="soft">
                  <HowToAdd kind={kind} title={title} />
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function HowToAdd({ kind, title }: { readonly kind: KnownKind; readonly title: string }) {
  if (kind.foundIn === 'folder') {
    return (
      <>
        Put them into <code>{folderOf(kind)}</code>
      </>
    );
  }
  const { name } = kind.provider;
  return (
    <>
      Put {name === title ? '' : `${name} `}links into <code>watched.txt</code>
    </>
  );
}
