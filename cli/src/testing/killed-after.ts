import type { AroundEffect } from './effects.ts';

/** Kills a client right after its nth effect on the disk or the network: later ones do nothing. */
export function killedAfter(nth: number) {
  const effects: string[] = [];
  const failIfKilled = () => {
    if (effects.length >= nth) throw new Error('killed');
  };
  const around: AroundEffect = async (effect, act) => {
    failIfKilled();
    const result = await act();
    failIfKilled();
    effects.push(effect);
    failIfKilled();
    return result;
  };
  return { around, effects };
}
