export * from './client.ts';
export * from './credentials.ts';
export * from './dashboard.ts';
export * from './endpoints.ts';
export * from './errors.ts';
export { isLoopback } from './loopback.ts';
export * from './record-ids.ts';
export { BODY_LIMIT_BYTES, epochSeconds, SOURCE_LIMIT_BYTES } from './schemas.ts';
