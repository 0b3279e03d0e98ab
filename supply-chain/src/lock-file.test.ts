import { describe, expect, test } from 'vitest';
import { isLicenseAllowed } from './licenses.ts';
import { bundledIn, lockFile, problemsIn } from './lock-file.ts';

const HASH = `sha512-${'A'.repeat(86)}==`;
const GOOD = { version: '1.2.3', integrity: HASH, license: 'MIT' };

function problems(packages: object, allowScripts = {}): string[] {
  return problemsIn(lockFile.parse({ lockfileVersion: 3, packages }), { allowScripts });
}

test('accepts workspaces and pinned packages with a hash and a free licence', () => {
  const packages = {
    '': { dependencies: { a: '1.2.3' } },
    web: { version: '0.0.0', devDependencies: { '@b/c': '1.2.3-rc.1' } },
    'node_modules/web': { resolved: 'web', link: true },
    'node_modules/a': { ...GOOD, dependencies: { '@b/c': '^1.0.0' } },
    'node_modules/@b/c': { ...GOOD, version: '1.2.3-rc.1' },
  };

  expect(problems(packages)).toEqual([]);
});

test.each([
  ['no hash', { integrity: undefined }, 'needs a SHA-512 hash'],
  ['a weak hash', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'needs a SHA-512 hash'],
  [
    'an address',
    { resolved: 'https://example.com/a.tgz' },
    'remove "resolved", https://example.com/a.tgz, so that npm uses the configured registry',
  ],
  [
    'an address in a repository',
    { resolved: 'git+ssh://git@example.com/a.git#1' },
    'remove "resolved", git+ssh://git@example.com/a.git#1, so that npm uses the configured registry',
  ],
  [
    'a link out of the repository',
    { link: true, resolved: '../a' },
    'links to ../a, which is not a workspace',
  ],
  ['no version', { version: undefined }, 'needs an exact version'],
  ['no licence', { license: undefined }, 'does not name its licence'],
  [
    'a licence that asks for more',
    { license: 'AGPL-3.0-only' },
    'has AGPL-3.0-only, which licenses.ts does not allow',
  ],
])('refuses a package with %s', (_, change, problem) => {
  expect(problems({ 'node_modules/a': { ...GOOD, ...change } })).toEqual([
    `node_modules/a: ${problem}`,
  ]);
});

test.each(['dependencies', 'devDependencies', 'optionalDependencies'])(
  'refuses a range of versions in the %s of a workspace',
  (group) => {
    expect(problems({ web: { version: '0.0.0', [group]: { a: '^1.2.3' } } })).toEqual([
      'web/package.json: pin a to one version, not ^1.2.3',
    ]);
  },
);

describe('install scripts', () => {
  const packages = { 'node_modules/x/node_modules/@a/b': { ...GOOD, hasInstallScript: true } };

  test.each([true, false])('may be reviewed: allowScripts %s', (allowed) => {
    expect(problems(packages, { '@a/b': allowed })).toEqual([]);
  });

  test('must be reviewed', () => {
    expect(problems(packages)).toEqual([
      '@a/b has an install script: allow or refuse it in allowScripts',
    ]);
  });

  test('are not allowed in advance', () => {
    expect(problems({ 'node_modules/c': GOOD }, { c: true })).toEqual([
      'c does not have an install script: remove it from allowScripts',
    ]);
  });
});

describe('bundled packages', () => {
  const bundled = { version: '1.2.3', license: 'MIT', inBundle: true };
  const lock = (bundler: object) =>
    lockFile.parse({
      lockfileVersion: 3,
      packages: {
        'node_modules/a': { ...GOOD, bundleDependencies: ['b'], ...bundler },
        'node_modules/a/node_modules/b': { ...bundled, dependencies: { c: '^1.0.0' } },
        'node_modules/a/node_modules/c': bundled,
      },
    });

  test('are under the hash of the package that bundles them', () => {
    const sound = lock({});

    expect(problemsIn(sound, { allowScripts: {} })).toEqual([]);
    expect(bundledIn(sound)).toEqual([
      'node_modules/a/node_modules/b',
      'node_modules/a/node_modules/c',
    ]);
  });

  test('need a hash if no package says that it bundles them', () => {
    expect(problemsIn(lock({ bundleDependencies: [] }), { allowScripts: {} })).toContain(
      'node_modules/a/node_modules/b: needs a SHA-512 hash',
    );
  });

  test('need a hash if the lock file does not mark them as bundled', () => {
    const outside = { ...GOOD, integrity: undefined };
    const { packages } = lock({});
    const changed = { ...packages, 'node_modules/a/node_modules/b': outside };

    expect(problems(changed)).toContain('node_modules/a/node_modules/b: needs a SHA-512 hash');
  });

  test('need a hash if the package that bundles them has none', () => {
    expect(problemsIn(lock({ integrity: undefined }), { allowScripts: {} })).toHaveLength(3);
  });
});

test.each([
  ['a', '(MIT OR GPL-3.0-or-later)', true],
  ['a', 'MIT AND GPL-3.0-or-later', false],
  ['a', 'MIT-0-or-later', false],
  ['lightningcss-linux-x64-gnu', 'MPL-2.0', true],
  ['lightningcss', 'GPL-3.0-only', false],
  ['not-lightningcss', 'MPL-2.0', false],
])('the licence of %s may be %s: %s', (name, license, allowed) => {
  expect(isLicenseAllowed(name, license)).toBe(allowed);
});
