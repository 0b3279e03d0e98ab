import { basicAuthorization, type Endpoint } from '@immersion-tracker/contract';
import type { Answer } from '../send.ts';
import type { Stage } from '../stage.ts';

export const authorizationOf = ({ user, password }: Stage): string =>
  basicAuthorization(user, password);

/** Sends to an endpoint as the user. Text goes as it is. */
export function ask(stage: Stage, { method, path }: Endpoint, body?: unknown): Promise<Answer> {
  const headers = { Authorization: authorizationOf(stage), 'Content-Type': 'application/json' };
  if (body === undefined) return stage.send({ method, path, headers });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return stage.send({ method, path, headers, body: text });
}
