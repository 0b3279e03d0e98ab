import { execSync } from 'node:child_process';
import { z } from 'zod';

const component = z.looseObject({ 'bom-ref': z.string() });

/** What `npm sbom` prints: CycloneDX 1.5. */
const npmSbom = z.looseObject({
  metadata: z.looseObject({}),
  components: z.array(component),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/**
 * The software bill of materials of a program that is bundled from a workspace, as CycloneDX: npm's, reduced to what is
 * in the bundle, and without the time and the random serial number, so that the same sources make the same package.
 *
 * @param root The folder with package-lock.json.
 * @param program The name of the workspace, such as `@immersion-tracker/cli`, and its version.
 * @param bundled Each bundled package, as `name@version`.
 */
export function sbom(
  root: string,
  program: { readonly name: string; readonly version: string },
  bundled: ReadonlySet<string>,
): string {
  // From the lock file, since only that has all hashes.
  const command = `npm sbom --sbom-format cyclonedx --package-lock-only --workspace ${program.name}`;
  const output = execSync(command, { cwd: root, encoding: 'utf8', maxBuffer: Infinity });
  const { serialNumber: _, ...all } = npmSbom.parse(JSON.parse(output));
  const { timestamp: __, ...metadata } = all.metadata;

  const ref = `${program.name}@${program.version}`;
  const ours = all.components.find((known) => known['bom-ref'] === ref);
  const components = all.components.filter((known) => bundled.has(known['bom-ref']));
  if (ours === undefined || components.length < bundled.size)
    throw new Error('node_modules differs from package-lock.json. Run: npm ci');

  const dependencies = all.dependencies
    .filter((known) => bundled.has(known.ref))
    .map((known) => ({ ...known, dependsOn: known.dependsOn.filter((on) => bundled.has(on)) }));
  return JSON.stringify(
    {
      ...all,
      metadata: { ...metadata, component: { ...ours, type: 'application', name: program.name } },
      // For npm, everything that is bundled is for development, and so optional.
      components: components.map((known) => ({ ...known, scope: 'required', properties: [] })),
      dependencies: [{ ref, dependsOn: [...bundled].sort() }, ...dependencies],
    },
    undefined,
    2,
  );
}
