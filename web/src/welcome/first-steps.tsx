import { IconRefresh } from '@tabler/icons-react';
import { Fragment, type ReactNode, useState } from 'react';
import { mediaFolder } from '../text/kind-words.ts';
import type { Report } from '../tracker/tracker.ts';
import { useSession } from '../tracker/use-session.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { loginCommand } from './login-command.ts';

export interface FirstStepsProps {
  readonly report: Report;
}

/** Tells somebody who has not recorded anything yet what to do. */
export function FirstSteps({ report: { address } }: FirstStepsProps) {
  const { user, reload } = useSession();
  const [loading, setLoading] = useState(false);
  const [looked, setLooked] = useState(false);

  async function look() {
    if (loading) return;
    setLooked(true);
    setLoading(true);
    await reload();
    setLoading(false);
  }

  return (
    <section className="first-steps">
      <PageHeading title="Welcome">Your first hour is ahead</PageHeading>
      <p className="lead">
        Watch something in the language you are learning. Then three steps bring it here.
      </p>
      <ol>
        <li className="card">
          <h2>Put what you watched into a folder</h2>
          <p>You need only the parts for what you watch.</p>
          <CodeBlock>{mediaFolder().join('\n')}</CodeBlock>
        </li>
        <li className="card">
          <h2>Sign in once on the command line</h2>
          <p>
            Run this in the tracker’s folder, after <code>npm ci</code>. It asks for the password
            that you signed in with here.
          </p>
          <Command text={loginCommand(address, user)} />
        </li>
        <li className="card">
          <h2>Sync</h2>
          <p>The first command only shows what a sync would do.</p>
          <Command text="npx immersion sync ~/Media --dry-run" />
          <p>
            The second one records what you watched and <strong>deletes the watched files</strong>.
            Add <code>--keep</code> to keep them.
          </p>
          <Command text="npx immersion sync ~/Media" />
        </li>
      </ol>
      <div className="first-steps-done">
        <Button
          icon={<IconRefresh aria-hidden size={20} />}
          aria-disabled={loading}
          onClick={() => void look()}
        >
          I have synced
        </Button>
        <p role="status">
          {looked && (loading ? 'Looking…' : 'Nothing is recorded yet. Did the sync finish?')}
        </p>
      </div>
    </section>
  );
}

function CodeBlock({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it on a narrow screen.
    <pre tabIndex={0}>{children}</pre>
  );
}

/** A command to copy. */
function Command({ text }: { readonly text: string }) {
  return (
    <div className="command">
      <CodeBlock>
        {text.split(' ').map((word, index) => (
          <Fragment key={word}>
            {index > 0 && ' '}
            <span className="command-word">{word}</span>
          </Fragment>
        ))}
      </CodeBlock>
      <CopyButton text={text} what={text} />
    </div>
  );
}
