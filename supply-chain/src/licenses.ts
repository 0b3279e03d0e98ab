/** Permissive licences, by their SPDX identifiers. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PSF-2.0',
]);

interface Exception {
  readonly packages: RegExp;
  readonly license: string;
  readonly reason: string;
}

const EXCEPTIONS: readonly Exception[] = [
  {
    packages: /^axe-core$/,
    license: 'MPL-2.0',
    reason: 'Only the tests of the dashboard run it.',
  },
  {
    packages: /^lightningcss(?:-.+)?$/,
    license: 'MPL-2.0',
    reason: 'Only the build of the dashboard runs it.',
  },
  {
    packages: /^mediabunny$/,
    license: 'MPL-2.0',
    reason:
      'The client bundles it unchanged, with its licence, and sbom.cdx.json names its version.',
  },
];

/** @param license An SPDX expression. One that is more than a choice (`A OR B`) needs an exception. */
export function isLicenseAllowed(packageName: string, license: string): boolean {
  return (
    license
      .replace(/^\((.*)\)$/, '$1')
      .split(' OR ')
      .some((choice) => ALLOWED.has(choice)) ||
    EXCEPTIONS.some(
      (exception) => exception.license === license && exception.packages.test(packageName),
    )
  );
}
