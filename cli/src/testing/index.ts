export { probe } from '../disk/probe.ts';
export { writeVideo } from '../disk/testing/write-video.ts';
export { Stopped } from '../errors/failure.ts';
export { runClient } from './run-client.ts';
