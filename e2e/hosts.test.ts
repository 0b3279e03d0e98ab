import { beforeAll, describe, inject } from 'vitest';
import { testAuthentication } from './every-host/auth.ts';
import { testConcurrency } from './every-host/concurrency.ts';
import { testCorrections } from './every-host/corrections.ts';
import { testDatesAndLengths } from './every-host/dates-and-lengths.ts';
import { testErrors } from './every-host/errors.ts';
import { testForeignRecords } from './every-host/foreign-records.ts';
import { testKnownRecords } from './every-host/known-records.ts';
import { testOriginalSystem } from './every-host/original-system.ts';
import { testScenarios } from './every-host/scenarios.ts';
import { testSmoke } from './every-host/smoke.ts';
import { testTvdbMetadata } from './every-host/tvdb-metadata.ts';
import { testUserSettings } from './every-host/user-settings.ts';
import { testDeployment } from './smoke/deployment.ts';
import { type Host, hosts } from './testing/trackers/hosts.ts';
import { useWorld, type World } from './testing/trackers/world.ts';

type Topic = readonly [name: string, test: (world: World, host: Host) => void];

/** What the server of a host does, whatever its store. */
const topicsOfServers: readonly Topic[] = [
  // First, since it needs a tracker that does not have a provider's token yet.
  ['concurrency', testConcurrency],
  ['authentication', testAuthentication],
  ['errors', testErrors],
  ['smoke test', testSmoke],
];

const topics: readonly Topic[] = [
  ['scenarios', testScenarios],
  ['known records', testKnownRecords],
  ['corrections', testCorrections],
  ['dates and lengths', testDatesAndLengths],
  ['metadata of TheTVDB', testTvdbMetadata],
  ['settings', testUserSettings],
  ['the original system', testOriginalSystem],
  ['records of other programs', testForeignRecords],
];

// All topics share one tracker, which takes longer to start than most of them take to run.
describe.each(hosts)('on the $name', (host) => {
  const world = useWorld(host.start);

  const ofServer = host.sharesServer ? [] : topicsOfServers;
  const deployment: Topic[] = inject('deployed') ? [['deployment', testDeployment]] : [];
  describe.each([...ofServer, ...topics, ...deployment])('%s', (_, testTopic) => {
    beforeAll(async () => {
      await world.host.clear();
      world.providers.reset();
    });

    testTopic(world, host);
  });
});
