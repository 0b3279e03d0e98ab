import { pino, stdSerializers } from 'pino';
import pretty from 'pino-pretty';
import type { Log } from '../../../kernel/log.ts';

/** Fields that `messageFor` includes in the message. */
const SHOWN_FIELDS = ['request_id', 'method', 'path', 'status', 'milliseconds'];

/** Logs to standard error: readable lines in a terminal, JSON elsewhere. */
export function createLog(): Log {
  const stream = process.stderr.isTTY
    ? pretty({
        destination: 2,
        sync: true,
        singleLine: true,
        ignore: ['pid', 'hostname', ...SHOWN_FIELDS].join(','),
        translateTime: 'SYS:HH:MM:ss',
        messageFormat: (entry, key) => messageFor(entry, `${entry[key]}`),
      })
    : pino.destination({ dest: 2, sync: true });
  const logger = pino(
    { base: null, serializers: { error: stdSerializers.err, cause: stdSerializers.err } },
    stream,
  );
  return (level, message, fields = {}) => logger[level](fields, message);
}

/** One line for a request; any other message with its request id, which the response has too. */
function messageFor(entry: Readonly<Record<string, unknown>>, message: string): string {
  const { request_id: id, method, path, status, milliseconds } = entry;
  const isRequest = message === 'request' && status !== undefined;
  if (isRequest) return `${method} ${path}: ${status} in ${milliseconds} ms`;
  return id === undefined ? message : `${message} (request ${id})`;
}
