import { describeStore } from '../testing/conformance/suite.ts';
import { openDynamodbSubject } from '../testing/dynamodb-subject.ts';
import { testDynamodb } from '../testing/test-dynamodb.ts';

const endpoint = await testDynamodb();

describeStore('DynamoDB store', () => openDynamodbSubject(endpoint));
