import * as z from 'zod';
import { fromEntries } from '../from-entries.ts';
import { lazy } from '../lazy.ts';
import { providers } from '../media/kinds.ts';

export const configuredProviders = lazy(() =>
  z.object(fromEntries(providers.map(({ id }) => [id, z.boolean()]))).meta({ id: 'Providers' }),
);
