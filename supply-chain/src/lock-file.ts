import { posix } from 'node:path';
import { z } from 'zod';
import { isLicenseAllowed } from './licenses.ts';

const ranges = z.record(z.string(), z.string()).default({});

const locked = z.object({
  /** Only if it is not the name of the folder. */
  name: z.string().optional(),
  version: z.string().optional(),
  /** Where npm downloads it, or the folder of a workspace. */
  resolved: z.string().optional(),
  link: z.boolean().default(false),
  integrity: z.string().optional(),
  /** Whether it is part of another package's archive. */
  inBundle: z.boolean().default(false),
  bundleDependencies: z.array(z.string()).default([]),
  hasInstallScript: z.boolean().default(false),
  license: z.string().optional(),
  dependencies: ranges,
  devDependencies: ranges,
  optionalDependencies: ranges,
});

type Locked = z.output<typeof locked>;

/** A package-lock.json. The keys of `packages` are folders; the repository's own packages have none in node_modules. */
export const lockFile = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), locked),
});

type LockFile = z.output<typeof lockFile>;

/** The package.json beside a lock file: which packages may run scripts when they are installed. */
export const manifest = z.object({
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

const EXACT_VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/;
const SHA512 = /^sha512-[\w+/]{86}==$/;
const NODE_MODULES = 'node_modules/';

/** What is wrong with a lock file, one sentence each. */
export function problemsIn(
  { packages }: LockFile,
  { allowScripts }: z.output<typeof manifest>,
): string[] {
  const entries = Object.entries(packages);
  const scripted = new Set(
    entries
      .filter(([folder, { hasInstallScript }]) => isInstalled(folder) && hasInstallScript)
      .map(([folder, entry]) => nameOf(folder, entry)),
  );
  return [
    ...entries.flatMap(([folder, entry]) => {
      if (!isInstalled(folder)) return unpinned(folder, entry);
      if (entry.link) return unknownLink(folder, entry, packages);
      return [...unverified(folder, entry, packages), ...badLicense(folder, entry)];
    }),
    ...[...scripted]
      .filter((name) => !Object.hasOwn(allowScripts, name))
      .map((name) => `${name} has an install script: allow or refuse it in allowScripts`),
    ...Object.keys(allowScripts)
      .filter((name) => !scripted.has(name))
      .map((name) => `${name} does not have an install script: remove it from allowScripts`),
  ];
}

/** Folders of packages that have no hash of their own, because the hash of another package covers them. */
export function bundledIn({ packages }: LockFile): string[] {
  return Object.keys(packages).filter((folder) => isCovered(folder, packages));
}

const isInstalled = (folder: string) => folder.includes(NODE_MODULES);

function nameOf(folder: string, { name }: Locked): string {
  return name ?? folder.slice(folder.lastIndexOf(NODE_MODULES) + NODE_MODULES.length);
}

function unpinned(folder: string, entry: Locked): string[] {
  const { dependencies, devDependencies, optionalDependencies } = entry;
  return [dependencies, devDependencies, optionalDependencies]
    .flatMap((group) => Object.entries(group))
    .filter(([, range]) => !EXACT_VERSION.test(range))
    .map(
      ([name, range]) =>
        `${posix.join(folder, 'package.json')}: pin ${name} to one version, not ${range}`,
    );
}

function unknownLink(folder: string, { resolved }: Locked, packages: LockFile['packages']) {
  const isWorkspace =
    resolved !== undefined && !isInstalled(resolved) && Object.hasOwn(packages, resolved);
  return isWorkspace ? [] : [`${folder}: links to ${resolved}, which is not a workspace`];
}

function unverified(folder: string, entry: Locked, packages: LockFile['packages']): string[] {
  const { version = '', resolved, integrity = '' } = entry;
  const problems: string[] = [];
  if (!EXACT_VERSION.test(version)) problems.push(`${folder}: needs an exact version`);
  // npm would download from any address here, whichever registry is configured.
  if (resolved !== undefined)
    problems.push(
      `${folder}: remove "resolved", ${resolved}, so that npm uses the configured registry`,
    );
  if (!SHA512.test(integrity) && !isCovered(folder, packages))
    problems.push(`${folder}: needs a SHA-512 hash`);
  return problems;
}

function badLicense(folder: string, entry: Locked): string[] {
  const name = nameOf(folder, entry);
  const { license } = entry;
  if (license === undefined) return [`${folder}: does not name its licence`];
  return isLicenseAllowed(name, license)
    ? []
    : [`${folder}: has ${license}, which licenses.ts does not allow`];
}

/** Whether a package with a hash bundles this one: by name, or since another one in that bundle depends on it. */
function isCovered(folder: string, packages: LockFile['packages']): boolean {
  const entry = packages[folder];
  if (entry === undefined || !entry.inBundle) return false;
  const name = nameOf(folder, entry);
  return Object.entries(packages).some(
    ([bundler, { integrity, bundleDependencies }]) =>
      integrity !== undefined &&
      folder.startsWith(`${bundler}/${NODE_MODULES}`) &&
      (bundleDependencies.includes(name) ||
        Object.entries(packages).some(
          ([sibling, { inBundle, dependencies }]) =>
            inBundle &&
            sibling.startsWith(`${bundler}/${NODE_MODULES}`) &&
            Object.hasOwn(dependencies, name),
        )),
  );
}
