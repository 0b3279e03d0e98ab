import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ListeningServer, serveOnLoopback } from '../../http/loopback.ts';

/** An error of a service with one of AWS's JSON protocols. */
export class ServiceError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** Serves one of AWS's JSON protocols: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export function serveAwsJson(
  version: '1.0' | '1.1',
  handle: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<ListeningServer> {
  return serveOnLoopback(handle, (response, error) => {
    if (!(error instanceof ServiceError)) {
      response.destroy();
      return;
    }
    const { type, message } = error;
    // Services spell the name `message` or `Message`; clients read both.
    const body = JSON.stringify({ __type: type, message, Message: message });
    const contentType = `application/x-amz-json-${version}`;
    response.writeHead(400, { 'Content-Type': contentType, 'x-amzn-ErrorType': type }).end(body);
  });
}
