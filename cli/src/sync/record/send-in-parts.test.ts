import { ApiError, type ErrorCode, errorStatus } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noScreen } from '../../terminal/screen.ts';
import { plainPaint } from '../../text/paint.ts';
import { sendInParts } from './send-in-parts.ts';

interface Item {
  readonly id: string;
  /** The error code with which the tracker refuses it. */
  readonly fault?: ErrorCode;
}

const SIZE = 8;

/** Like the tracker, accepts a request as a whole or not at all, and lists unknown ids. */
function modelTracker(known: readonly Item[] = []) {
  const recorded = new Set<Item>(known);
  const requests: (readonly Item[])[] = [];
  return {
    recorded,
    requests,
    /** Resolves with the items that were not recorded before. */
    async send(part: readonly Item[]): Promise<readonly Item[]> {
      requests.push(part);
      const fault = part.find((item) => item.fault !== undefined)?.fault;
      if (fault !== undefined) throw refusal(fault, part);
      const added = part.filter((item) => !recorded.has(item));
      for (const item of added) recorded.add(item);
      return added;
    },
  };
}

function refusal(code: ErrorCode, part: readonly Item[]): ApiError {
  const ids = part.filter((item) => item.fault === 'unknown_ids').map(({ id }) => id);
  const message = `no: ${code}`;
  return new ApiError(errorStatus[code], { message, code, ...(code === 'unknown_ids' && { ids }) });
}

/** Sends items to a model, and counts how far its bar advanced. */
async function sendTo(
  tracker: { send(part: readonly Item[]): Promise<readonly Item[]> },
  items: readonly Item[],
) {
  let settled = 0;
  const bar = {
    advance(by: number) {
      settled += by;
    },
    end() {},
  };
  const screen = { ...noScreen(plainPaint), bar: () => bar };
  const sending = { size: SIZE, send: tracker.send, idOf: ({ id }: Item) => id };
  const sent = await sendInParts(
    { screen, beforeRecording: async () => {} },
    'Items',
    items,
    sending,
  );
  return { ...sent, refusedItems: sent.refused.map(({ item }) => item), settled };
}

const itemsWith = (...faults: readonly (ErrorCode | undefined)[]) =>
  fc
    .array(fc.constantFrom(undefined, undefined, undefined, ...faults), { maxLength: 60 })
    .map((list) => list.map((fault, index) => ({ id: `${index}`, ...(fault && { fault }) })));

const itemFaults = ['invalid_request', 'conflict', 'too_large', 'unknown_ids'] as const;
const good = (count: number): Item[] => Array.from({ length: count }, (_, id) => ({ id: `${id}` }));
const sorted = (items: readonly Item[]) => items.toSorted((a, b) => Number(a.id) - Number(b.id));

describe('whatever the tracker refuses', () => {
  const anyItems = itemsWith(...itemFaults, 'provider_error', 'provider_not_configured');

  test('each item is acknowledged or refused once, and acknowledged ones are recorded', async () => {
    await fc.assert(
      fc.asyncProperty(anyItems, async (items) => {
        const tracker = modelTracker();

        const { acknowledged, refusedItems, settled } = await sendTo(tracker, items);

        expect(sorted([...acknowledged, ...refusedItems])).toStrictEqual(items);
        expect(new Set(acknowledged)).toStrictEqual(tracker.recorded);
        expect(settled).toBe(items.length);
      }),
    );
  });

  test('the number of requests is limited', async () => {
    await fc.assert(
      fc.asyncProperty(anyItems, async (items) => {
        const tracker = modelTracker();

        await sendTo(tracker, items);

        // For n items: at most 2n - 1 to split them one by one, and one for each listed id.
        expect(tracker.requests.length).toBeLessThanOrEqual(3 * items.length);
        expect(tracker.requests.every(({ length }) => length > 0 && length <= SIZE)).toBe(true);
      }),
    );
  });
});

test('only the items at fault are refused', async () => {
  await fc.assert(
    fc.asyncProperty(itemsWith(...itemFaults), async (items) => {
      const { refusedItems } = await sendTo(modelTracker(), items);

      expect(sorted(refusedItems)).toStrictEqual(items.filter(({ fault }) => fault !== undefined));
    }),
  );
});

test('an item at fault costs at most two requests for each split', async () => {
  await fc.assert(
    fc.asyncProperty(itemsWith('invalid_request', 'conflict'), async (items) => {
      const tracker = modelTracker();
      const atFault = items.filter(({ fault }) => fault !== undefined).length;

      await sendTo(tracker, items);

      // Eight items are split three times.
      const bound = Math.ceil(items.length / SIZE) + atFault * 2 * 3;
      expect(tracker.requests.length).toBeLessThanOrEqual(bound);
    }),
  );
});

test('unknown ids cost one more request for each part', async () => {
  await fc.assert(
    fc.asyncProperty(itemsWith('unknown_ids'), async (items) => {
      const tracker = modelTracker();

      await sendTo(tracker, items);

      expect(tracker.requests.length).toBeLessThanOrEqual(2 * Math.ceil(items.length / SIZE));
    }),
  );
});

test('items that another client records in the meantime are refused, with the reason', async () => {
  const items = good(10);

  const { acknowledged, refused } = await sendTo(modelTracker(items.slice(0, 4)), items);

  expect(acknowledged).toStrictEqual(items.slice(4));
  expect(refused.map(({ item }) => item)).toStrictEqual(items.slice(0, 4));
  expect(refused[0]?.reason).toContain('recorded by another client in the meantime');
});

test('a tracker that accepts at most three items at once gets them all', async () => {
  const { send, recorded } = modelTracker();
  const items = good(20);

  const { acknowledged } = await sendTo(
    {
      async send(part) {
        if (part.length > 3) throw refusal('too_large', part);
        return send(part);
      },
    },
    items,
  );

  expect(sorted(acknowledged)).toStrictEqual(items);
  expect(recorded.size).toBe(20);
});

test('unknown ids that are listed one at a time, and as numbers, are all left out', async () => {
  const items = good(8);
  const unknown = ['2', '5', '7'];

  const { acknowledged, refused } = await sendTo(
    {
      async send(part) {
        const id = part.map((item) => item.id).find((one) => unknown.includes(one));
        if (id === undefined) return part;
        throw new ApiError(422, { message: `no ${id}`, code: 'unknown_ids', ids: [Number(id)] });
      },
    },
    items,
  );

  expect(acknowledged.map(({ id }) => id)).toStrictEqual(['0', '1', '3', '4', '6']);
  expect(refused.map(({ item, reason }) => [item.id, reason])).toStrictEqual([
    ['2', 'no 2'],
    ['5', 'no 5'],
    ['7', 'no 7'],
  ]);
});

test('the items at fault are found even if the response lists other ids', async () => {
  const items: Item[] = [...good(3), { id: '3', fault: 'conflict' }];
  const { send } = modelTracker();

  const { refusedItems } = await sendTo(
    {
      send: (part) =>
        send(part).catch(() => {
          throw new ApiError(422, { message: 'no', code: 'unknown_ids', ids: ['another'] });
        }),
    },
    items,
  );

  expect(refusedItems.map(({ id }) => id)).toStrictEqual(['3']);
});

describe('a provider that fails', () => {
  test('for everything is asked eight times, and the rest is left to the next run', async () => {
    const items = good(100).map(({ id }): Item => ({ id, fault: 'provider_error' }));
    const tracker = modelTracker();

    const { refused } = await sendTo(tracker, items);

    expect(tracker.requests.map(({ length }) => length)).toStrictEqual([8, 4, 4, 2, 2, 1, 1, 1]);
    expect(refused).toHaveLength(100);
    expect(refused.every(({ reason }) => reason === 'no: provider_error')).toBe(true);
  });

  test('for one item is still asked for all others', async () => {
    const items = good(20).map(({ id }): Item => {
      return id === '9' ? { id, fault: 'provider_error' } : { id };
    });

    const { refusedItems } = await sendTo(modelTracker(), items);

    expect(refusedItems.map(({ id }) => id)).toStrictEqual(['9']);
  });

  test('for any two items is still asked for all others', async () => {
    for (const second of good(19).map(({ id }) => `${Number(id) + 1}`)) {
      const bad = ['0', second];
      const items = good(20).map(({ id }): Item => {
        return bad.includes(id) ? { id, fault: 'provider_error' } : { id };
      });

      const { refusedItems } = await sendTo(modelTracker(), items);

      expect(refusedItems.map(({ id }) => id)).toStrictEqual(bad);
    }
  });

  test.each([
    ['because its quota is used up', { code: 'provider_error', provider_blocked: true }],
    ['because its key is missing', { code: 'provider_not_configured' }],
  ] as const)('%s is asked once, and each item says so', async (_why, answer) => {
    const requests: (readonly Item[])[] = [];

    const { refused } = await sendTo(
      {
        async send(part) {
          requests.push(part);
          throw new ApiError(502, { message: 'no', ...answer });
        },
      },
      good(100),
    );

    expect(requests).toHaveLength(1);
    expect(refused).toHaveLength(100);
    expect(refused.every(({ providerIsDown }) => providerIsDown)).toBe(true);
  });
});

test.each(['unauthorized', 'internal_error', 'store_unavailable', 'not_found'] as const)(
  'an answer of %s from the tracker ends the sending at once',
  async (code) => {
    const items: Item[] = [...good(20), { id: '20', fault: code }, { id: '21' }];
    const tracker = modelTracker();

    const sending = sendTo(tracker, items);

    await expect(sending).rejects.toMatchObject({ code });
    expect(tracker.requests.map(({ length }) => length)).toStrictEqual([8, 8, 6]);
  },
);

test('without items, nothing is sent', async () => {
  const tracker = modelTracker();

  const sent = await sendTo(tracker, []);

  expect(sent).toMatchObject({ acknowledged: [], refused: [] });
  expect(tracker.requests).toStrictEqual([]);
});
