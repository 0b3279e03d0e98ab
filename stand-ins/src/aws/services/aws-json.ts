import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ListeningServer, serveOnLoopback } from '../../http/loopback.ts';

/** An error as services with AWS's JSON protocols answer it. */
export class ServiceError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** Serves a JSON protocol of AWS: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
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
    // Services differ in the case of the name; clients read both.
    const body = JSON.stringify({ __type: type, message, Message: message });
    const contentType = `application/x-amz-json-${version}`;
    response.writeHead(400, { 'Content-Type': contentType, 'x-amzn-ErrorType': type }).end(body);
  });
}
