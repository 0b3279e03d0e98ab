import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './testing/programs/program.ts';

const forbidden = [
  ['contract/src', '@immersion-tracker/api'],
  ['contract/src', '../../api/src/settings.ts'],
  ['stand-ins/src', '@immersion-tracker/contract'],
  ['api/src/kernel', '../store/keys.ts'],
  ['api/src/store', '../shows/get-shows.ts'],
  ['api/src/store/dynamodb', '../../shows/get-shows.ts'],
  ['api/src/http', '../store/store.ts'],
  ['api/src/providers', '../shows/get-shows.ts'],
  ['api/src/providers/tvdb', '../../shows/get-shows.ts'],
  ['api/src/shows', '../sync/sync-movies.ts'],
  ['api/src/shows', '../hosts/local/server/app.ts'],
  ['api/src/shows', '../../../e2e/program.ts'],
  ['api/src/shows', '@immersion-tracker/stand-ins'],
  ['api/src/a-new-slice', '../sync/sync-movies.ts'],
  ['api/src/progress', '../providers/spotify/client.ts'],
  ['api/src/auth', '../store/store.ts'],
  ['cli/src', '@immersion-tracker/demo'],
  ['cli/src', '../../web/src/app.tsx'],
  ['web/src', '../../cli/src/program.ts'],
  ['web/src', '../../api/src/settings.ts'],
  ['web/src', '@immersion-tracker/stand-ins'],
  ['api/src/hosts/local', '../../../../web/src/app.tsx'],
  ['demo/src', '@immersion-tracker/api'],
  ['demo/src', '../../cli/src/program.ts'],
  ['infra/src', '../../api/src/hosts/config.ts'],
  ['infra/src', '@immersion-tracker/stand-ins'],
  ['api/src/hosts/local', '../../../../infra/src/app.ts'],
  ['demo/src', '../../infra/src/app.ts'],
  ['e2e', '../infra/src/app.ts'],
  ['e2e', '../api/src/settings.ts'],
  ['e2e', '../bench/src/bundles.ts'],
  ['infra/src', '../../bench/src/bundles.ts'],
  ['bench/src', '../../infra/src/app.ts'],
  ['bench/src', '../../api/src/settings.ts'],
  ['e2e', '../demo/src/demo.ts'],
] as const;

const allowed = [
  ['api/src/shows', '../providers/tvdb/client.ts'],
  ['api/src/providers/tvdb', '../provider-http.ts'],
  ['api/src/providers/tvdb', '../../kernel/clock.ts'],
  ['api/src/a-new-slice', '../kernel/clock.ts'],
  ['api/src/store', '../settings.ts'],
  ['api/src/progress', '../store/items.ts'],
  ['api/src/hosts/local', '../../shows/get-shows.ts'],
  ['api/src/kernel', '@immersion-tracker/contract'],
  ['api/src/shows/testing', '@immersion-tracker/stand-ins'],
  ['bench/src', '../../infra/src/bundled.ts'],
  ['infra/src', '../../api/src/settings.ts'],
  ['infra/src', '@immersion-tracker/contract'],
  ['web/src', '@immersion-tracker/contract'],
  ['demo/src', '@immersion-tracker/contract'],
  ['demo/src', '@immersion-tracker/stand-ins'],
] as const;

let folder: string;
let complaints: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-arrows-'));
  cpSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
  for (const arrow of [...forbidden, ...allowed]) {
    const file = join(folder, fileOf(arrow));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import '${arrow[1]}';\n`);
  }
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'];
  const { stdout } = spawnSync(join(ROOT, 'node_modules/.bin/biome'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  complaints = stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One file for each arrow, named after it. */
function fileOf([from, to]: readonly [string, string]): string {
  return `${from}/imports-${to.replaceAll(/[^a-z]+/g, '-')}.ts`;
}

test.each(forbidden)('a file of %s that imports %s does not pass the linter', (...arrow) => {
  expect(complaints).toContain(fileOf(arrow));
});

test.each(allowed)('a file of %s may import %s', (...arrow) => {
  expect(complaints).toContain('noRestrictedImports');
  expect(complaints).not.toContain(fileOf(arrow));
});
