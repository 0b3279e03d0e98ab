export * from './client.ts';
export * from './credentials.ts';
export * from './dashboard.ts';
export * from './endpoints.ts';
export * from './errors.ts';
export { isLoopback } from './loopback.ts';
export { BODY_LIMIT_BYTES } from './schemas.ts';
