import { afterAll, beforeAll } from 'vitest';
import { describeStore } from '../testing/conformance/suite.ts';
import { openDynamodbSubject } from '../testing/dynamodb-subject.ts';
import { startTestDynamodb, type TestDynamodb } from '../testing/test-dynamodb.ts';

let dynamodb: TestDynamodb;

beforeAll(async () => {
  dynamodb = await startTestDynamodb();
});

afterAll(() => dynamodb.stop());

describeStore('DynamoDB store', () => openDynamodbSubject(dynamodb.endpoint));
