import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { PageHeading } from '../ui/page-heading.tsx';
import { mediaFolder } from '../view-model/kind-words.ts';

export interface FirstStepsProps {
  /** Of the tracker. */
  readonly address: string;
  readonly loading: boolean;
  onRefresh(): void;
}

/** For somebody who has not recorded anything yet: what to do. */
export function FirstSteps({ address, loading, onRefresh }: FirstStepsProps) {
  const [looked, setLooked] = useState(false);
  return (
    <section className="first-steps">
      <PageHeading title="Welcome">Your first hour is ahead</PageHeading>
      <p className="lead">
        Nothing is recorded yet. Watch something in the language that you learn, then tell the
        tracker:
      </p>
      <ol>
        <li className="card">
          <h2>Put what you have watched into a folder</h2>
          <p>Parts that you do not need may be absent.</p>
          <CodeBlock lines={mediaFolder()} />
        </li>
        <li className="card">
          <h2>Sign in on the command line, once</h2>
          <p>
            In the folder of the tracker, where <code>npm ci</code> has run. It asks for the
            address, which is <code className="first-steps-address">{address}</code>, and for the
            user and password that you have signed in here with.
          </p>
          <CodeBlock lines={['npx immersion login']} />
        </li>
        <li className="card">
          <h2>Sync</h2>
          <p>
            The first command shows what would be done, the second does it: it records what you have
            watched, and <strong>removes the watched files</strong>, unless you add{' '}
            <code>--keep</code>.
          </p>
          <CodeBlock lines={['npx immersion sync Media --dry-run', 'npx immersion sync Media']} />
        </li>
      </ol>
      <Button
        size="md"
        leftSection={<IconRefresh aria-hidden size={20} />}
        aria-disabled={loading}
        onClick={() => {
          setLooked(true);
          if (!loading) onRefresh();
        }}
      >
        I have synced
      </Button>
      <p className="card-note" role="status">
        {looked && (loading ? 'Looking…' : 'There is nothing yet.')}
      </p>
    </section>
  );
}

/** Lines to be copied as they are. */
function CodeBlock({ lines }: { readonly lines: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: else no keyboard could scroll it on a phone.
    <pre tabIndex={0}>{lines.join('\n')}</pre>
  );
}
