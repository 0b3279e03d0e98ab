export { writeVideo } from '../disk/lengths/testing/write-video.ts';
export { probe } from '../disk/probe.ts';
export { Stopped } from '../errors/failure.ts';
export { killedAfter } from './killed-after.ts';
export { runClient } from './run-client.ts';
