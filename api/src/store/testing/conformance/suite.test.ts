import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store.ts';
import { openSqliteSubject } from '../sqlite-subject.ts';
import { brokenReads } from './mutants/reads.ts';
import { brokenWrites } from './mutants/writes.ts';
import { newUser, type Subject } from './subject.ts';
import { storeCases } from './suite.ts';

const idleStore: Store = {
  existing: async () => new Set(),
  get: async () => undefined,
  getMany: async () => [],
  insertIfAbsent: async () => new Set(),
  getWhole: async () => [],
  async *readWhole() {},
  remove: async () => [],
  update: async () => false,
  async *read() {},
  partition: () => async function* read() {},
  close() {},
};

const idleSubject: Subject = {
  store: idleStore,
  openAnother: () => idleStore,
  put: async () => {},
  logged: [],
  ...newUser(),
  close: async () => {},
};

/** Matches a failed assertion of a case, or of its property. */
const failedAssertion = expect.toSatisfy(
  (error) =>
    error instanceof Error &&
    (error.cause instanceof Error ? error.cause : error).name === 'AssertionError',
);

describe('a store that does nothing fails the case', () => {
  for (const { name, run } of storeCases) {
    test(name, async () => {
      await expect(run(idleSubject)).rejects.toEqual(failedAssertion);
    });
  }
});

describe('the suite finds a store that', () => {
  let subject: Subject;

  beforeEach(() => {
    subject = openSqliteSubject();
  });

  afterEach(() => subject.close());

  test.each([...brokenReads, ...brokenWrites])('$what', async ({ foundBy, breakStore }) => {
    const { store, openAnother, put } = subject;
    const broken = (whole: Store) => ({ ...whole, ...breakStore(whole, put) });
    const mutated = { ...subject, store: broken(store), openAnother: () => broken(openAnother()) };
    const found = storeCases.filter(({ name }) => name === foundBy);

    expect(found).toHaveLength(1);
    await expect(found[0]?.run(mutated)).rejects.toEqual(failedAssertion);
  });
});
