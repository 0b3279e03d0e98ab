export { Stopped } from '../errors/failure.ts';
export { runClient } from './run-client.ts';
