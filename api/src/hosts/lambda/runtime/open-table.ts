import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Log } from '../../../kernel/log.ts';
import { createDynamodbStore } from '../../../store/dynamodb/dynamodb-store.ts';
import type { Store } from '../../../store/store.ts';

/** The table of the function's own account and region. */
export const openTable = (log: Log): Store => createDynamodbStore(new DynamoDBClient(), log);
