import { pino, stdSerializers } from 'pino';
import pretty from 'pino-pretty';
import type { Log } from '../../kernel/log.ts';

/** Log entries on standard error: lines for a person in a terminal, JSON elsewhere. */
export function createLog(): Log {
  const stream = process.stderr.isTTY
    ? pretty({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' })
    : pino.destination({ dest: 2, sync: true });
  const logger = pino(
    { base: null, serializers: { error: stdSerializers.err, cause: stdSerializers.err } },
    stream,
  );
  return (level, message, fields = {}) => logger[level](fields, message);
}
