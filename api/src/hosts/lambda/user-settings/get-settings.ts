import { endpoints } from '@immersion-tracker/contract';
import { getSettings } from '../../../user-settings/get-settings.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.getSettings, getSettings);
