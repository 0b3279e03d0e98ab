import { startDynamodb } from '@immersion-tracker/stand-ins';

// A DynamoDB stand-in that tells its parent where it listens. It ends with its parent.

const { url } = await startDynamodb();
process.on('disconnect', () => process.exit());
process.send?.(url);
