import type { ServerResponse } from 'node:http';

/** An error as services with AWS's JSON protocols answer it. */
export class ServiceError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export function serviceError(type: string, message: string): ServiceError {
  return new ServiceError(type, message);
}

/** Answers an error: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export function sendServiceError(
  response: ServerResponse,
  { type, message }: ServiceError,
  contentType: string,
): void {
  // Services differ in the case of the name; clients read both.
  const body = JSON.stringify({ __type: type, message, Message: message });
  response.writeHead(400, { 'Content-Type': contentType, 'x-amzn-ErrorType': type });
  response.end(body);
}
