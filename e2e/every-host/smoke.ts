import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { failed, runSmoke } from '../smoke/run-smoke.ts';
import { send } from '../testing/trackers/api.ts';
import type { World } from '../testing/trackers/world.ts';

export function testSmoke(world: World): void {
  test('npm run smoke passes all checks and leaves nothing recorded', async () => {
    const run = await runSmoke([`${world.host.url}/`]);

    expect(failed(run)).toStrictEqual([]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/GET \/shows: \d+ ms at first .* then \d+ ms/);
    expect(run.stdout).toMatch(/\n(\d+) of \1 checks passed\.\n/);
    const { body } = await send(world.host.url, 'GET', '/progress');
    expect(endpoints.getProgress.response.parse(body).total_episodes_watched).toBe(0);
  });
}
