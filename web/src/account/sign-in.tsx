import { Alert, Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { Login, Report, Tracker } from '../tracker/tracker.ts';
import { Trouble } from '../tracker/trouble.ts';
import { Brand } from '../ui/brand.tsx';
import { PageHeading } from '../ui/page-heading.tsx';

/** The user who was signed in until now, and why that has ended. */
export interface EndedSession {
  readonly user: string;
  readonly reason: string;
}

export interface SignInProps {
  readonly tracker: Tracker;
  readonly ended: EndedSession | undefined;
  /** Called with credentials that the tracker has accepted, and what it has answered. */
  onSignedIn(login: Login, staySignedIn: boolean, report: Report): void;
}

/** Asks for user and password, and tries them on the tracker. */
export function SignIn({ tracker, ended, onSignedIn }: SignInProps) {
  const [user, setUser] = useState(ended?.user ?? '');
  const [password, setPassword] = useState('');
  const [staySignedIn, setStaySignedIn] = useState(false);
  const [trying, setTrying] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const userInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (trying) return;
    const found = problemOf({ user, password });
    setProblem(found);
    if (found?.field === 'user') return userInput.current?.focus();
    if (found?.field === 'password') return passwordInput.current?.focus();

    setTrying(true);
    try {
      const login = { user, password };
      const report = await tracker.report(login);
      onSignedIn(login, staySignedIn, report);
    } catch (error) {
      setTrying(false);
      setProblem({ message: refusal(error) });
      passwordInput.current?.focus();
    }
  }

  const errorOf = (field: Problem['field']) =>
    problem?.field === field ? problem?.message : undefined;
  return (
    <main className="sign-in">
      <form className="sign-in-form card" onSubmit={submit} noValidate>
        <Brand />
        <PageHeading title="Sign in">Sign in to see how far you have come</PageHeading>
        {ended && problem === undefined && (
          <Alert color="yellow" role="alert">
            {ended.reason}
          </Alert>
        )}
        {problem && problem.field === undefined && (
          <Alert color="red" role="alert">
            {problem.message}
          </Alert>
        )}
        <TextInput
          ref={userInput}
          label="User"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          size="md"
          value={user}
          error={errorOf('user')}
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <PasswordInput
          ref={passwordInput}
          label="Password"
          name="password"
          autoComplete="current-password"
          size="md"
          value={password}
          error={errorOf('password')}
          // The component says it of its text inputs alone.
          aria-invalid={errorOf('password') !== undefined}
          visibilityToggleFocusable
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Checkbox
          label="Stay signed in on this device"
          description="Keeps the password in this browser until you sign out. Otherwise this tab alone knows it, until it is closed."
          checked={staySignedIn}
          onChange={(event) => setStaySignedIn(event.currentTarget.checked)}
        />
        <Button type="submit" size="md" fullWidth aria-disabled={trying}>
          {trying ? 'Signing in…' : 'Sign in'}
        </Button>
        <p className="sign-in-help">
          The tracker printed both when it was started for the first time. More users are made by{' '}
          <code>npm run user</code>.
        </p>
      </form>
    </main>
  );
}

interface Problem {
  readonly message: string;
  /** Where it is; absent if that is not known. */
  readonly field?: 'user' | 'password';
}

function problemOf({ user, password }: Login): Problem | undefined {
  if (user === '') return { field: 'user', message: 'Enter your user.' };
  if (user.includes(':')) return { field: 'user', message: 'A user has no colon in its name.' };
  if (password === '') return { field: 'password', message: 'Enter your password.' };
  return undefined;
}

function refusal(error: unknown): string {
  if (!(error instanceof Trouble)) return `This page has failed: ${error}`;
  if (error.kind === 'unauthorized') return 'User or password is wrong.';
  return error.message;
}
