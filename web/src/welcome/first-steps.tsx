import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { mediaFolder } from '../text/kind-words.ts';
import type { Report } from '../tracker/tracker.ts';
import { useSession } from '../tracker/use-session.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export interface FirstStepsProps {
  readonly report: Report;
}

/** Tells somebody who has not recorded anything yet what to do. */
export function FirstSteps({ report: { address } }: FirstStepsProps) {
  const { reload } = useSession();
  const [loading, setLoading] = useState(false);
  const [looked, setLooked] = useState(false);
  return (
    <section className="first-steps">
      <PageHeading title="Welcome">Your first hour is ahead</PageHeading>
      <p className="lead">
        Nothing is recorded yet. Watch something in the language you are learning, then tell the
        tracker:
      </p>
      <ol>
        <li className="card">
          <h2>Put what you have watched into a folder</h2>
          <p>Leave out the parts that you do not need.</p>
          <CodeBlock lines={mediaFolder()} />
        </li>
        <li className="card">
          <h2>Sign in once on the command line</h2>
          <p>
            Run this in the tracker’s folder, after <code>npm ci</code>. It asks for the address,
            which is <code className="first-steps-address">{address}</code>, and for the user and
            password that you signed in with here.
          </p>
          <CodeBlock lines={['npx immersion login']} />
        </li>
        <li className="card">
          <h2>Sync</h2>
          <p>
            The first command shows what a sync would do. The second records what you have watched
            and <strong>deletes the watched files</strong>, unless you add <code>--keep</code>.
          </p>
          <CodeBlock lines={['npx immersion sync Media --dry-run', 'npx immersion sync Media']} />
        </li>
      </ol>
      <Button
        size="md"
        leftSection={<IconRefresh aria-hidden size={20} />}
        aria-disabled={loading}
        onClick={() => {
          if (loading) return;
          setLooked(true);
          setLoading(true);
          void reload().finally(() => setLoading(false));
        }}
      >
        I have synced
      </Button>
      <p className="card-note" role="status">
        {looked && (loading ? 'Looking…' : 'Nothing is recorded yet. Did the sync finish?')}
      </p>
    </section>
  );
}

/** Commands or text to copy. */
function CodeBlock({ lines }: { readonly lines: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it on a narrow screen.
    <pre tabIndex={0}>{lines.join('\n')}</pre>
  );
}
