import { dynamodbSubject } from './dynamodb.ts';
import { makeItems } from './items.ts';
import { measure, peakMemory, type Subject } from './measure.ts';
import { sqliteSubject } from './sqlite.ts';

// Part of `npm run bench`: how long the routes take that read everything a user has. Compares each with a bare
// reading of the same items, in the same run: on SQLite, of the columns that the route needs; on DynamoDB, of all
// prefixes at once, with the same SDK. The routes are asked over HTTP, so their answer's way counts too.

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
