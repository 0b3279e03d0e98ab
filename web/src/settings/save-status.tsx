import type { SaveState } from './use-saving.ts';

/** Whether the settings beside it were saved. Screen readers announce changes. */
export function SaveStatus({ now }: { readonly now: SaveState }) {
  return (
    <>
      <p className="save-status" role="status">
        {now.state === 'saving' && 'Saving…'}
        {now.state === 'saved' && 'Saved.'}
      </p>
      <p className="save-problem" role="alert">
        {now.state === 'failed' && now.message}
      </p>
    </>
  );
}
