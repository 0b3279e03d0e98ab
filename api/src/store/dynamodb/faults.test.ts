import type { FaultOf } from '@immersion-tracker/stand-ins';
import { describe, expect, test } from 'vitest';
import { showItem } from '../items.ts';
import type { Store } from '../store.ts';
import { openBehind } from '../testing/behind-proxy.ts';
import {
  inTime,
  movie,
  movieKey,
  newUser,
  numbered,
  show,
} from '../testing/conformance/subject.ts';

const throttled = { error: 'ProvisionedThroughputExceededException', status: 400 };
const unavailable = { name: 'PublicError', code: 'store_unavailable' };

const { user, pk } = newUser();
const folder = { ...show(user, 'folder'), version: 1 };
/** Only `remove` touches it. */
const removed = show(newUser().user, 'removed');
const manyKeys = numbered(101).map(movieKey);

/** Each operation, with its result if only `folder` and `removed` are stored. */
const operations: {
  name: string;
  call: (store: Store, signal: AbortSignal) => Promise<unknown>;
  answer: unknown;
}[] = [
  {
    name: 'existing, of few keys',
    call: (store, signal) => store.existing(pk, [folder.sk, movieKey('a')], signal),
    answer: new Set([folder.sk]),
  },
  {
    name: 'existing, of many keys',
    call: (store, signal) => store.existing(pk, [folder.sk, ...manyKeys], signal),
    answer: new Set([folder.sk]),
  },
  {
    name: 'get',
    call: (store, signal) => store.get(folder, showItem.pick({ version: true }), signal),
    answer: { version: 1 },
  },
  {
    name: 'read',
    call: (store, signal) =>
      store.read(pk, 'SHOW#', showItem, signal)[Symbol.asyncIterator]().next(),
    answer: { done: false, value: [folder] },
  },
  {
    name: 'insertIfAbsent',
    call: (store, signal) => {
      const items = numbered(3).map((name) => movie(newUser().user, name));
      return store.insertIfAbsent(items, signal);
    },
    answer: new Set(numbered(3).map(movieKey)),
  },
  {
    name: 'getWhole',
    call: (store, signal) => store.getWhole(pk, [folder.sk], signal),
    answer: [folder],
  },
  {
    name: 'readWhole',
    call: (store, signal) =>
      store.readWhole(pk, '', undefined, signal)[Symbol.asyncIterator]().next(),
    answer: { done: false, value: [folder] },
  },
  {
    name: 'remove',
    call: (store, signal) => store.remove(removed.pk, [removed.sk], () => true, signal),
    answer: [removed],
  },
  {
    name: 'update',
    call: (store, signal) => store.update(folder, { tvdb_name: 'Late' }, signal, 0),
    answer: false,
  },
];

type Behind = Awaited<ReturnType<typeof openBehind>>;

/** The outcome of each operation. They run concurrently, each behind its own proxy. */
async function endOfEach(
  faultOf: FaultOf,
  timeIsUp = inTime,
  prepare: (behind: Behind) => Promise<void> = ({ put }) => put([folder, removed]),
) {
  return Promise.all(
    operations.map(async ({ name, call }) => {
      const behind = await openBehind(faultOf);
      await prepare(behind);
      const [end] = await Promise.allSettled([call(behind.store, timeIsUp())]);
      return { name, ...end };
    }),
  );
}

const failing = (reason: unknown) =>
  operations.map(({ name }) => ({ name, status: 'rejected', reason }));

describe('every operation', () => {
  test('succeeds after a throttled call', async () => {
    const ends = await endOfEach((_, nth) => (nth === 1 ? throttled : undefined));

    const answering = operations.map(({ name, answer }) => {
      return { name, status: 'fulfilled', value: answer };
    });
    expect(ends).toEqual(answering);
  });

  test.each([
    { trouble: 'it is throttled', fault: throttled },
    { trouble: 'DynamoDB does not answer', fault: 'hang' as const },
  ])('is unavailable if $trouble until the deadline', async ({ fault }) => {
    const ends = await endOfEach(
      () => fault,
      () => AbortSignal.timeout(300),
    );

    expect(ends).toMatchObject(failing(unavailable));
  });

  test('is unavailable if the connection is refused', async () => {
    const ends = await endOfEach(
      () => undefined,
      inTime,
      ({ proxy }) => proxy.close(),
    );

    expect(ends).toMatchObject(failing(unavailable));
  });

  test('throws the error itself if DynamoDB says that the request is invalid', async () => {
    const ends = await endOfEach(() => ({ error: 'ValidationException', status: 400 }));

    expect(ends).toMatchObject(failing({ name: 'ValidationException' }));
  });
});

describe('the reason why DynamoDB is unavailable', () => {
  test.each([
    { ...throttled, reason: 'is too busy' },
    { error: 'ThrottlingException', status: 400, reason: 'is too busy' },
    { error: 'RequestLimitExceeded', status: 400, reason: 'is too busy' },
    { error: 'InternalServerError', status: 500, reason: 'is too busy' },
    {
      error: 'ResourceNotFoundException',
      status: 400,
      reason: 'does not have the table immersion_tracker',
    },
    {
      error: 'AccessDeniedException',
      status: 400,
      reason: 'refused the request (AccessDeniedException)',
    },
    {
      error: 'UnrecognizedClientException',
      status: 400,
      reason: 'refused the request (UnrecognizedClientException)',
    },
  ])('is that it $reason if it answers $error', async ({ reason, ...fault }) => {
    const { store } = await openBehind(() => fault, { maxAttempts: 1 });

    const answered = store.get(folder, showItem, inTime());

    await expect(answered).rejects.toMatchObject({
      ...unavailable,
      message: expect.stringContaining(`The database ${reason}.`),
    });
  });

  test('is that it cannot be reached if the connection is refused', async () => {
    const { store, proxy } = await openBehind(() => undefined);
    await proxy.close();

    const answered = store.get(folder, showItem, inTime());

    await expect(answered).rejects.toMatchObject({
      ...unavailable,
      message: expect.stringContaining('The database cannot be reached.'),
    });
  });
});
