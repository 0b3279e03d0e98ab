import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { BOB, failed, runSmoke } from '../smoke/run-smoke.ts';
import { as, send } from '../testing/trackers/api.ts';
import type { World } from '../testing/trackers/world.ts';

export function testSmoke(world: World): void {
  test('npm run smoke passes all checks and leaves nothing recorded', async () => {
    // Not alice: the tests of authentication have failed to sign in as her so often that each failure now waits.
    const run = await runSmoke([`${world.host.url}/`], BOB);

    expect(failed(run)).toStrictEqual([]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/GET \/shows: \d+ ms at first .* then \d+ ms/);
    expect(run.stdout).toMatch(/\n(\d+) of \1 checks passed\.\n/);
    const { body } = await send(world.host.url, 'GET', '/progress', undefined, as('bob'));
    expect(endpoints.getProgress.response.parse(body).total_episodes_watched).toBe(0);
  });
}
