import { openSqliteStore } from '../sqlite/sqlite-store.ts';
import { inTime, movie, numbered } from './conformance/subject.ts';

// A program that inserts batches of movies for a user, forever or up to a given number. After each
// batch it prints its number, and how many items it added.

const BATCH_ITEMS = 600;

const [file = '', user = '', batches = 'Infinity'] = process.argv.slice(2);
const store = openSqliteStore(file, () => {});
for (let batch = 0; batch < Number(batches); batch += 1) {
  const items = numbered(BATCH_ITEMS, `${batch}`).map((name) => movie(user, name));
  const added = await store.insertIfAbsent(items, inTime());
  process.stdout.write(`${batch} ${added.size}\n`);
}
store.close();
