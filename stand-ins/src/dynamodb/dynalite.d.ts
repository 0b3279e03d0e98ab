// The package does not come with types. These are the parts that the stand-in uses.
declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** A DynamoDB in memory. Times are in milliseconds. */
  export default function dynalite(options: {
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
  }): Server;
}
