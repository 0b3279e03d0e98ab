import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startImmersion } from './testing/learners/immersion.ts';
import { mediaForTest, useLearners } from './testing/learners/learners.ts';

const learners = useLearners();

/** Where a Linux desktop keeps its trash, according to the XDG trash specification. */
let dataHome: string;
beforeEach(() => {
  dataHome = mkdtempSync(join(tmpdir(), 'immersion-trash-'));
});
afterEach(() => rmSync(dataHome, { recursive: true, force: true }));

const inTrash = (folder: string) => readdirSync(join(dataHome, 'Trash', folder)).sort();

/** The original path of each file in the trash. */
function origins(): string[] {
  const texts = inTrash('info').map((name) =>
    readFileSync(join(dataHome, 'Trash/info', name), 'utf8'),
  );
  return texts.map((text) => decodeURIComponent(/^Path=(.*)$/m.exec(text)?.[1] ?? '')).sort();
}

function contents(): string[] {
  const files = inTrash('files').map((name) => join(dataHome, 'Trash/files', name));
  return files.map((file) => readFileSync(file, 'utf8')).sort();
}

function syncToTrash(folder: string) {
  const environment = { ...learners.learner().environment, XDG_DATA_HOME: dataHome };
  return startImmersion(['sync', folder, '--trash', '--no-input'], environment).finished;
}

describe.runIf(process.platform === 'linux')('--trash', () => {
  test('moves the files to the trash unchanged, so that they can be restored, and removes the folder', async () => {
    const files = [
      'shows/Frieren [TV] *?/poster.jpg',
      'shows/Frieren [TV] *?/watched/1.mkv',
      'shows/進撃の巨人 #1/watched/1.mkv',
      'shows/進撃の巨人 #1/watched/100%.mkv',
    ];
    const media = mediaForTest(...files);

    const { code, stdout } = await syncToTrash(media.path);

    expect(code).toBe(0);
    // The content of each file is its path: 32 + 35 bytes for the first show, 38 + 41 (UTF-8) for the second.
    expect(stdout).toContain('Removed 4 files and 2 folders. 146 B are in the trash.\n');
    expect(media.tree()).toStrictEqual(['shows/']);
    expect(origins()).toStrictEqual(files.map((file) => join(media.path, file)).sort());
    expect(contents()).toStrictEqual([...files].sort());
  });

  test('does not put watched.txt into the trash when it removes lines', async () => {
    const media = mediaForTest('shows/A/watched/1.mkv');
    media.write('watched.txt', 'youtu.be/aB3dE5fG7hI\n# seen in May\n');

    const { code } = await syncToTrash(media.path);

    expect(code).toBe(0);
    expect(readFileSync(join(media.path, 'watched.txt'), 'utf8')).toBe('# seen in May\n');
    expect(origins()).toStrictEqual([join(media.path, 'shows/A/watched/1.mkv')]);
  });

  test('keeps the files and reports them if the trash cannot be created', async () => {
    const media = mediaForTest('shows/A/poster.jpg', 'shows/A/watched/1.mkv');
    writeFileSync(join(dataHome, 'Trash'), 'no folder');

    const { code, stdout } = await syncToTrash(media.path);

    expect(code).toBe(2);
    expect(stdout).toContain(
      'Left:\n  shows/A/watched/1.mkv\n    could not be moved to the trash (',
    );
    expect(media.tree().filter((path) => !path.startsWith('.'))).toStrictEqual([
      'shows/A/poster.jpg',
      'shows/A/watched/1.mkv',
    ]);
  });
});
