import { type Clock, systemClock } from '../../../kernel/clock.ts';
import type { Log } from '../../../kernel/log.ts';
import { processEnvironment, readServiceConfig, type ServiceConfig } from '../../config.ts';
import { createLog } from './log.ts';

/** What every function needs. Created once per execution environment. */
export interface Service {
  readonly config: ServiceConfig;
  readonly clock: Clock;
  readonly log: Log;
}

export const service: Service = {
  config: readServiceConfig(processEnvironment()),
  clock: systemClock,
  log: createLog((line) => process.stdout.write(line)),
};
