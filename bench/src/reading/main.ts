import { dynamodbSubject } from './dynamodb.ts';
import { makeItems } from './items.ts';
import { measure, peakMemory, type Subject } from './measure.ts';
import { sqliteSubject } from './sqlite.ts';

// Part of `npm run bench`: how long the routes take that read everything a user has. Compares each, in the same
// run, with a server that does nothing but read what the route needs, and answer with as many bytes. On SQLite it
// reads only the needed columns, as anybody would: objects, with SQLite's own settings. The tracker reads arrays and
// has a larger cache, so it can win some of its time back. On DynamoDB it reads all prefixes at once, with the same
// SDK.

const stores = [
  { name: 'SQLite', open: sqliteSubject, sizes: [10_000, 100_000], limit: 2 },
  { name: 'DynamoDB (stand-in)', open: dynamodbSubject, sizes: [5000], limit: 1.2 },
];

process.stdout.write('Time of reading everything, median, its floor, and the ratio\n');
for (const { name, open, sizes, limit } of stores) {
  for (const records of sizes) {
    const subject = await open(makeItems(records));
    try {
      const lines = await measure(subject, limit);
      const title = `${name}, ${records.toLocaleString('en')} records (limit of progress and history: ${limit} x)`;
      process.stdout.write(`${title}\n${lines.join('')}${memory(subject)}`);
    } finally {
      await subject.close();
    }
  }
}

function memory(subject: Subject): string {
  const megabytes = peakMemory(subject);
  return megabytes === undefined
    ? ''
    : `  peak memory of the tracker: ${megabytes.toFixed(0)} MB\n`;
}
