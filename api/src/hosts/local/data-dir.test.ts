import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError } from '../config.ts';
import { createDataDir } from './data-dir.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-dir-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a data folder is created with its parents, for its owner only, unless it exists', () => {
  const deep = join(folder, 'a', 'b', 'c');

  createDataDir(deep);
  createDataDir(deep);

  expect(statSync(deep).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
});

describe('a data folder is refused with advice if it is', () => {
  const refusal = (path: string) => () => createDataDir(path);

  test('below a file', () => {
    writeFileSync(join(folder, 'file'), '');

    expect(refusal(join(folder, 'file', 'data'))).toThrow(ConfigError);
    expect(refusal(join(folder, 'file', 'data'))).toThrow(
      /^IMMERSION_TRACKER_DATA_DIR: the folder \S+ cannot be created \(ENOTDIR\); /,
    );
  });

  test('a file', () => {
    writeFileSync(join(folder, 'file'), '');

    expect(refusal(join(folder, 'file'))).toThrow(/cannot be used \(ENOTDIR\)/);
  });

  test.each(['/proc/nope', '/proc/nope/data'])('%s, without hanging', (path) => {
    expect(refusal(path)).toThrow(
      /cannot be created \(\w+\); create it yourself, or choose another/,
    );
  });

  test('read-only', () => {
    const denied = () => {
      throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
    };

    expect(() => createDataDir(folder, denied)).toThrow(
      /cannot be used \(EACCES\); it must be a folder that the tracker can write to/,
    );
  });
});
