import dynalite from 'dynalite';
import { type ListeningServer, listenOnLoopback } from '../http/loopback.ts';

export interface DynamodbStandIn extends ListeningServer {
  /** The standard AWS variables that make a program use it. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts a DynamoDB in memory, without tables. */
export async function startDynamodb(): Promise<DynamodbStandIn> {
  const server = await listenOnLoopback(dynalite({ createTableMs: 1, deleteTableMs: 1 }));
  return {
    ...server,
    environment: {
      AWS_ENDPOINT_URL_DYNAMODB: server.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'fake',
      AWS_SECRET_ACCESS_KEY: 'fake',
    },
  };
}
