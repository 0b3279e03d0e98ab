import { writeFileSync } from 'node:fs';
import { openApiJson } from '../src/openapi/openapi.ts';

writeFileSync(new URL('../openapi.json', import.meta.url), openApiJson());
