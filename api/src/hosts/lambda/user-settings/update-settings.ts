import { endpoints } from '@immersion-tracker/contract';
import { updateSettings } from '../../../user-settings/update-settings.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.updateSettings, updateSettings);
