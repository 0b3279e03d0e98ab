import { expect, test } from 'vitest';
import { createFolder } from '../../testing/folder.ts';
import { IS_WINDOWS } from '../../testing/system.ts';
import { stillThere } from './outcome.ts';

test('only findings about files and folders that are gone are dropped', async () => {
  const folder = createFolder('there.srt', 'watched.txt');
  const reason = 'does not belong to a watched video';
  const told = [
    { path: folder.of('there.srt'), reason },
    { path: folder.path, reason },
    // The list may be gone, but its line was read.
    { path: folder.of('gone.txt:3'), reason: 'contains more than one link', text: 'a b' },
    // Nothing can be opened by this name.
    { path: folder.of('\uFFFD.mkv'), reason: 'has a name that is not valid Unicode: rename it' },
    // Windows calls this path missing.
    ...(IS_WINDOWS ? [] : [{ path: folder.of('watched.txt/no folder'), reason }]),
    { path: 'TheTVDB id of A', reason: 'is not known' },
  ];
  const gone = { path: folder.of('gone.srt'), reason };

  expect(await stillThere([gone, ...told])).toStrictEqual(told);
});
