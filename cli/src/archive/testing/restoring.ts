import { endpoints, errorStatus, type WholeRecord } from '@immersion-tracker/contract';
import { trackerBehind } from '../../testing/fake-account.ts';

/** A tracker that only takes `POST /restore`. It refuses a request for which `problemWith` has a message. */
export function restoringTracker(
  problemWith: (records: readonly WholeRecord[]) => string | undefined = () => undefined,
) {
  const accepted: (readonly string[])[] = [];
  const bytes: number[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const text = await new Request(input, init).text();
    const { records } = endpoints.restore.request.parse(JSON.parse(text));
    const message = problemWith(records);
    if (message !== undefined) {
      const code = message.startsWith('records[') ? 'invalid_request' : 'conflict';
      return Response.json({ message, code }, { status: errorStatus[code] });
    }
    bytes.push(Buffer.byteLength(text));
    accepted.push(records.map(({ sk }) => `${sk}`));
    return Response.json({ restored: records.length });
  };
  /** The ids in each request that was accepted, and its size. */
  return { tracker: trackerBehind(fetch), accepted, bytes };
}
