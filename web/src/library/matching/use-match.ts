import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { hashOf } from '../../routes/routes.ts';
import { useFormats } from '../../text/use-formats.ts';
import { messageOf } from '../../tracker/trouble.ts';
import { useSession } from '../../tracker/use-session.ts';
import { useToast } from '../../ui/toasts.tsx';
import { watchedQuery } from '../group/watched-query.ts';
import { canUndo, groupIdAfter, match, matchedWords, type Subject, undo } from './match.ts';

const pageOf = (kind: Subject['kind'], id: string) => hashOf({ page: 'group', kind, id });

/** Leads from a page that is gone now to the one in its place, unless somebody is elsewhere already. */
function move(from: readonly string[], to: string): void {
  if (from.includes(location.hash) && location.hash !== to) location.replace(to);
}

/** Matches a show or movie, and leads to its new page. */
export function useMatch(subject: Subject, onMatched: () => void) {
  const { send, reload } = useSession();
  const queries = useQueryClient();
  const formats = useFormats();
  const toast = useToast();
  /** The id that is being matched. */
  const [busy, setBusy] = useState<number>();
  const [problem, setProblem] = useState<string>();

  /** What to say about a match. Without the new lengths, it is still done. */
  async function wordsAfter(groupId: string): Promise<string> {
    const after = { ...watchedQuery(send, subject.kind, groupId), staleTime: 0 };
    const records = await queries.fetchQuery(after).catch(() => []);
    return matchedWords(subject, records, formats);
  }

  async function choose(tvdbId: number): Promise<void> {
    if (busy !== undefined) return;
    const { kind, groupId } = subject;
    const before = [location.hash, pageOf(kind, groupId)];
    const after = pageOf(kind, groupIdAfter(subject, tvdbId));
    setBusy(tvdbId);
    setProblem(undefined);
    try {
      await match(send, subject, tvdbId);
      const message = await wordsAfter(groupIdAfter(subject, tvdbId));
      const action = {
        ...{ name: 'Undo', done: 'Undone.' },
        async run() {
          await undo(send, subject);
          const reloaded = reload();
          move([after], pageOf(kind, groupId));
          await reloaded;
        },
      };
      toast({ message, pages: [...before, after], ...(canUndo(subject) && { action }) });
      const reloaded = reload();
      move(before, after);
      await reloaded;
      onMatched();
    } catch (error) {
      setProblem(messageOf(error));
      // Should giving the folders their old id back have failed too, the page must show what is true.
      if (subject.names.length > 1) void reload();
    } finally {
      setBusy(undefined);
    }
  }
  return { choose, busy, problem };
}
