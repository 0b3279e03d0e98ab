import type { Disk } from '../../disk/disk.ts';
import { isThere } from '../../disk/files.ts';
import { NOT_REGULAR } from '../../disk/regular-file.ts';
import { deleteDrafts, replaceFile } from '../../disk/replace-file.ts';
import { editList } from '../../disk/watched-list/edit-list.ts';
import { recountLines } from '../../disk/watched-list/recount-lines.ts';
import { Failure } from '../../errors/failure.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';
import type { ChangeOf } from '../../receipts/receipt.ts';

/** Of a list that has to be made again. */
const MODE = 0o644;

/** Puts lines back into a list or takes them out. Resolves with why that did not work, or not entirely. */
export async function carryOutList(
  disk: Disk,
  { path, content, lines }: ChangeOf<'list edited'>,
): Promise<{ readonly problems: readonly string[]; readonly isEdited: boolean }> {
  const counts = lines.map(({ line, ...counts }) => ({
    line: Buffer.from(line, 'base64'),
    ...counts,
  }));
  const before = Buffer.from(content, 'base64');
  const edit = (now: Buffer) => recountLines(now, counts, before);
  try {
    await deleteDrafts(disk, path);
    const edited = await editList(disk, path, edit);
    if (edited.before === undefined) await makeAgain(disk, path, edit(Buffer.alloc(0)));
    if (edited.lost === undefined) return { problems: [], isEdited: true };
    const lost = `This was added to ${path} in the meantime, but could not be kept; please add it again: ${edited.lost}`;
    return { problems: [lost], isEdited: true };
  } catch (error) {
    const why = error instanceof Failure ? error.message : systemErrorCode(error);
    if (why === undefined) throw error;
    const texts = counts.map(({ line }) => line.toString().trim());
    const problem = `${path} could not be written (${why}). These lines were not changed: ${texts.join(' ')}`;
    return { problems: [problem], isEdited: false };
  }
}

async function makeAgain(disk: Disk, path: string, content: Buffer): Promise<void> {
  if (content.length === 0) return;
  const isStillGone = async () => !(await isThere(path));
  if (await replaceFile(disk, path, content, MODE, isStillGone)) return;
  throw new Failure(NOT_REGULAR);
}
