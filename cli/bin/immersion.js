#!/usr/bin/env node
// Import only built-in modules before the check: older versions of Node cannot load the client itself.
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import v8 from 'node:v8';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `immersion needs Node 22.13 or later, but this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.\n`,
  );
  process.exit(1);
}

nodeModule.enableCompileCache();
// Without this, V8 takes 120 MB more before it collects short-lived objects. Each collection is then so small
// that one thread is faster than several.
v8.setFlagsFromString('--semi-space-growth-factor=1');
v8.setFlagsFromString('--no-parallel-scavenge');

// The published package contains only the bundle; a clone of the repository runs its sources.
const bundle = new URL('../dist/immersion.js', import.meta.url);
const source = new URL('../src/main.ts', import.meta.url);
await import((existsSync(source) ? source : bundle).href);
