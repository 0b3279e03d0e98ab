import { describeStore } from '../testing/conformance/suite.ts';
import { openSqliteSubject } from '../testing/sqlite-subject.ts';

describeStore('SQLite store', openSqliteSubject);
