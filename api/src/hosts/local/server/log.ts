import { once } from 'node:events';
import { constants, fstatSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { counted } from '@immersion-tracker/contract';
import { pino, stdSerializers } from 'pino';
import { prettyFactory } from 'pino-pretty';
import sonicBoom from 'sonic-boom';
import type { Log } from '../../../kernel/log.ts';

/** Fields that `messageFor` includes in the message. */
const SHOWN_FIELDS = ['request_id', 'method', 'path', 'status', 'milliseconds'];
/** How many bytes of entries wait for a reader, or for room on the disk. */
const WAITING_BYTES = 1024 * 1024;
/** For how many milliseconds `close` waits for them to be written. */
const CLOSE_MS = 500;

export interface ServerLog {
  /** Never waits and never throws. Entries that cannot be written are counted, and reported later. */
  readonly log: Log;
  /** Writes what is waiting, but gives up after half a second. */
  close(): Promise<void>;
}

/** Logs to standard error, or another file descriptor: readable lines in a terminal, JSON elsewhere. */
export function createLog(standardError = 2): ServerLog {
  const fd = withoutBlocking(standardError);
  let lost = 0;
  let closing = false;
  const retryEAGAIN = () => !closing;
  const output = new sonicBoom.SonicBoom({
    fd,
    sync: false,
    maxLength: WAITING_BYTES,
    retryEAGAIN,
  });
  output.on('drop', () => {
    lost += 1;
  });
  // What could not be written is tried again with the next entry.
  output.on('error', () => {});
  output.on('drain', reportLost);
  process.once('exit', () => {
    if (closing) return;
    closing = true;
    // The process crashed.
    attempt(() => output.flushSync());
  });

  const readable = isatty(standardError) ? prettyFactory(PRETTY) : String;
  const logger = pino(
    { base: null, serializers: { error: serializeError, cause: serializeError } },
    { write: (line) => output.write(readable(line)) },
  );
  const log: Log = (level, message, fields = {}) => {
    if (!attempt(() => logger[level](fields, message))) lost += 1;
  };

  function reportLost(): void {
    if (lost === 0) return;
    const message = `${counted(lost, ENTRY)} could not be written`;
    lost = 0;
    log('warn', message);
  }

  return {
    log,
    async close() {
      reportLost();
      const closed = once(output, 'close').catch(() => {});
      if (!attempt(() => output.end())) return;
      await Promise.race([closed, sleep(CLOSE_MS, undefined, { ref: false })]);
      closing = true;
    },
  };
}

const ENTRY = ['log entry', 'log entries'] as const;

const PRETTY = {
  singleLine: true,
  ignore: ['pid', 'hostname', ...SHOWN_FIELDS].join(','),
  translateTime: 'SYS:HH:MM:ss',
  messageFormat: (entry: Readonly<Record<string, unknown>>, key: string) =>
    messageFor(entry, `${entry[key]}`),
};

/**
 * A file descriptor to the same output on which a write fails instead of waiting, for example while nobody
 * reads the pipe, or after Ctrl-S in the terminal. A thread that waits in a write would keep the process
 * from exiting.
 */
function withoutBlocking(fd: number): number {
  // Another descriptor would have a position of its own, and writes to a file do not wait for a reader.
  if (fstatSync(fd).isFile()) return fd;
  try {
    // Only Linux opens the output itself; its flags are then not shared with other processes.
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    // Once `process.stderr` is used, Node does not block on pipes and sockets, such as systemd's journal.
    void process.stderr;
    return fd;
  }
}

/** Runs the action, and returns whether it did not throw. */
function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

/** Unlike pino's own serializer, also accepts errors whose properties cannot be read or set. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  try {
    return stdSerializers.err(error);
  } catch {
    return error.stack;
  }
}

/** One line for a request; any other message with its request id, which the response has too. */
function messageFor(entry: Readonly<Record<string, unknown>>, message: string): string {
  const { request_id: id, method, path, status, milliseconds } = entry;
  const isRequest = message === 'request' && status !== undefined;
  if (isRequest) return `${method} ${path}: ${status} in ${milliseconds} ms`;
  return id === undefined ? message : `${message} (request ${id})`;
}
