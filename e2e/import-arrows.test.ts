import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './testing/programs/program.ts';

const forbidden = [
  // Imports from another workspace, of every kind
  ['bench/src/bundles.ts', `import '../../infra/src/app.ts';`],
  ['e2e/smoke.test.ts', `export * from '../api/src/settings.ts';`],
  ['infra/src/storage.ts', `await import('../../api/src/settings.ts');`],
  ['web/src/ui/tabs.tsx', `import type { A } from '../../../cli/src/program.ts';`],
  ['demo/src/demo.ts', `type A = import('../../api/src/settings.ts').A;`],
  // Imports from a workspace that is not a dependency, or only a dev dependency
  ['demo/src/history/history.ts', `import '@immersion-tracker/api/settings';`],
  ['stand-ins/src/index.ts', `import '@immersion-tracker/contract';`],
  ['api/src/shows/get-shows.ts', `import '@immersion-tracker/stand-ins';`],
  ['api/src/shows/update-show.ts', `import './testing/shows.ts';`],
  ['api/src/settings.ts', `import './kernel/clock.ts';`],
  // Imports from a higher room or another slice
  ['api/src/kernel/clock.ts', `import '../store/keys.ts';`],
  ['api/src/store/dynamodb/table.ts', `import '../../providers/tvdb/client.ts';`],
  ['api/src/calendar/weeks.ts', `import '../providers/token.ts';`],
  ['api/src/progress/totals.ts', `import '../hosts/routes.ts';`],
  ['api/src/a-new-slice/read.ts', `import '../shows/get-shows.ts';`],
  ['api/src/shows/set-show.ts', `import '../kernel/../sync/sync-links.ts';`],
  ['api/src/watches/read-days.ts', `import '../http/route.ts';`],
  ['cli/src/text/flow.ts', `import '../disk/disk.ts';`],
  ['cli/src/disk/remove/folders.ts', `import '../../sync/sync.ts';`],
  ['cli/src/progress/week.ts', `import '../sync/sync.ts';`],
  ['cli/src/sync/sync.ts', `import '../program.ts';`],
  ['infra/src/kernel/names.ts', `import '../service/api.ts';`],
  ['stand-ins/src/http/server.ts', `import '../aws/stack.ts';`],
  ['web/src/days/week.ts', `import '../ui/tabs.tsx';`],
  ['web/src/overview/today.tsx', `import '../app.tsx';`],
  ['web/src/weeks/bars.tsx', `import '../heatmap/cell.tsx';`],
  // Import cycles, type-only ones included
  ['contract/src/errors.ts', `import type { A } from './schemas.ts';`],
  ['contract/src/schemas.ts', `import type { A } from './errors.ts';`],
] as const;

const allowed = [
  ['bench/src/first-load.ts', `import '@immersion-tracker/e2e/history';`],
  ['infra/src/parameters.ts', `import '@immersion-tracker/api/settings';`],
  ['api/src/shows/testing/tvdb.ts', `import '@immersion-tracker/stand-ins';`],
  ['api/src/shows/get-shows.test.ts', `import '../sync/testing/sync.ts';`],
  ['api/src/shows/find-show.ts', `import '../providers/tvdb/client.ts';`],
  ['api/src/shows/by-day.ts', `import '../calendar/calendar.ts';`],
  ['api/src/watches/read-titles.ts', `import '../store/keys.ts';`],
  ['api/src/store/dynamodb/deadline.ts', `import '../../kernel/deadline.ts';`],
  ['api/src/hosts/local/server/main.ts', `import '../../../shows/get-shows.ts';`],
  ['cli/src/sync/plan/plan.ts', `import '../shows/find.ts';`],
  ['web/src/overview/week.tsx', `import '../days/week.ts';`],
] as const;

let folder: string;
let complaints: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-arrows-'));
  const manifests = globSync('*/package.json', { cwd: ROOT });
  for (const file of ['biome.json', 'arrows.grit', ...manifests]) {
    cpSync(join(ROOT, file), join(folder, file));
  }
  for (const [file, statement] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${statement}\n`);
  }
  const rules = ['plugin', 'suspicious/noImportCycles', 'correctness/noUndeclaredDependencies'];
  const only = rules.map((rule) => `--only=${rule}`);
  const args = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'];
  const biome = join(ROOT, 'node_modules/.bin/biome');
  complaints = spawnSync(biome, [...args, ...only], { cwd: folder, encoding: 'utf8' }).stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(forbidden)('%s fails the linter with %s', (file) => {
  expect(complaints).toMatch(new RegExp(`^::error .*/${file},`, 'm'));
});

test.each(allowed)('%s passes the linter with %s', (file) => {
  expect(complaints).not.toContain(`/${file},`);
});

test.each(['api', 'cli', 'contract/src/errors.ts', 'infra', 'e2e/testing/trackers/hosts.ts'])(
  'another workspace cannot import @immersion-tracker/%s, which is not exported',
  (path) => {
    const { resolve } = createRequire(import.meta.url);
    expect(() => resolve(`@immersion-tracker/${path}`)).toThrow(
      expect.objectContaining({ code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' }),
    );
  },
);
