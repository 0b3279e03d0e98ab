/** Loaded before AWS's runtime client: lets it find `rapid-client.ts` where its own would be. */
import { registerHooks } from 'node:module';

const hooks = registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!specifier.endsWith('rapid-client.node')) return nextResolve(specifier, context);
    hooks.deregister();
    return { url: new URL('./rapid-client.ts', import.meta.url).href, shortCircuit: true };
  },
});
