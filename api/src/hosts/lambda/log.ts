import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../../kernel/log.ts';

/** Log entries as lines of JSON, which CloudWatch finds the fields of. */
export function createLog(): Log {
  const logger = new Logger({ serviceName: 'immersion_tracker_api' });
  return (level, message, fields = {}) => logger[level](message, fields);
}
