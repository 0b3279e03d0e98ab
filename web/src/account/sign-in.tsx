import { endpoints } from '@immersion-tracker/contract';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Login, Tracker } from '../tracker/tracker.ts';
import { Trouble } from '../tracker/trouble.ts';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { PageHeading } from '../ui/page-heading.tsx';

/** Who was signed in until now, and why the session ended. */
export interface EndedSession {
  readonly user: string;
  readonly reason: string;
}

export interface SignInProps {
  readonly tracker: Tracker;
  readonly ended: EndedSession | undefined;
  /** Called with a login that the tracker accepted. */
  onSignedIn(login: Login, staySignedIn: boolean): void;
}

/** Asks for user and password, and checks them with the tracker. */
export function SignIn({ tracker, ended, onSignedIn }: SignInProps) {
  const [user, setUser] = useState(ended?.user ?? '');
  const [password, setPassword] = useState('');
  const [staySignedIn, setStaySignedIn] = useState(false);
  const [shown, setShown] = useState(false);
  const [trying, setTrying] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const ids = { stay: useId(), stayNote: useId() };
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
      await tracker.sendAs(login)(endpoints.getSettings, undefined);
      onSignedIn(login, staySignedIn);
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
      <Waves />
      <form className="sign-in-form card" onSubmit={submit} noValidate>
        <Brand />
        <PageHeading title="Sign in">Sign in to see how far you have come</PageHeading>
        {ended && problem === undefined && (
          <p className="notice" role="alert">
            {ended.reason}
          </p>
        )}
        {problem && problem.field === undefined && (
          <p className="notice" data-wrong="true" role="alert">
            {problem.message}
          </p>
        )}
        <TextField
          ref={userInput}
          label="User"
          name="username"
          autoFocus={ended === undefined}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={user}
          error={errorOf('user')}
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <TextField
          ref={passwordInput}
          label="Password"
          name="password"
          autoFocus={ended !== undefined}
          autoComplete="current-password"
          value={password}
          error={errorOf('password')}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aside={
            <button
              type="button"
              className="icon-button"
              aria-label="Show the password"
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              {shown ? <IconEyeOff size={20} aria-hidden /> : <IconEye size={20} aria-hidden />}
            </button>
          }
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className="sign-in-stay">
          <input
            id={ids.stay}
            type="checkbox"
            aria-describedby={ids.stayNote}
            checked={staySignedIn}
            onChange={(event) => setStaySignedIn(event.currentTarget.checked)}
          />
          <label htmlFor={ids.stay}>Stay signed in on this device</label>
          <p id={ids.stayNote} className="soft">
            Keeps your password in this browser until you sign out. Otherwise only this tab keeps
            it, until you close it.
          </p>
        </div>
        <Button type="submit" aria-disabled={trying}>
          {trying ? 'Signing in…' : 'Sign in'}
        </Button>
        <p className="sign-in-help">
          The tracker printed a user and a password when it first started. To add a user or change a
          password, run <code>npm run user</code>.
        </p>
      </form>
    </main>
  );
}

/** The waves of the logo, across the bottom of the page. */
function Waves() {
  return (
    <svg className="waves" viewBox="0 0 1200 240" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 90c150 0 150-60 300-60s150 60 300 60 150-60 300-60 150 60 300 60v150H0z" />
      <path d="M0 110c150 0 150 60 300 60s150-60 300-60 150 60 300 60 150-60 300-60v130H0z" />
      <path d="M0 210c150 0 150-50 300-50s150 50 300 50 150-50 300-50 150 50 300 50v30H0z" />
    </svg>
  );
}

interface Problem {
  readonly message: string;
  /** The field to correct, if it is clear which one. */
  readonly field?: 'user' | 'password';
}

function problemOf({ user, password }: Login): Problem | undefined {
  if (user === '') return { field: 'user', message: 'Enter your user name.' };
  if (user.includes(':')) return { field: 'user', message: 'A user name cannot contain a colon.' };
  if (password === '') return { field: 'password', message: 'Enter your password.' };
  return undefined;
}

function refusal(error: unknown): string {
  if (!(error instanceof Trouble)) return `Something went wrong on this page: ${error}`;
  if (error.kind === 'unauthorized') return 'The user or password is wrong.';
  return error.message;
}
