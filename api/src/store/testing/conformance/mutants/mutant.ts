import type { Store } from '../../../store.ts';
import type { Subject } from '../subject.ts';

/** A store with one bug, and the case that finds it. */
export interface Mutant {
  readonly what: string;
  readonly foundBy: string;
  breakStore(store: Store, put: Subject['put']): Partial<Store>;
}
