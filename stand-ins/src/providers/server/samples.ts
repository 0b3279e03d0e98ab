import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { asObject, type JsonObject, parseJson } from '../../http/json.ts';

const folder = new URL('../../../samples/', import.meta.url);

/** Status, headers and body of an answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads a recorded body, named by folder and file: `tvdb/error_502.html`. */
export function sample(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

/** Reads a recorded JSON body whose outermost value is an object. */
export function sampleObject(file: string): JsonObject {
  return asObject(parseJson(sample(file)));
}

/** The recorded files of one provider, each as sample() takes it. */
export function sampleFiles(provider: 'tvdb' | 'youtube' | 'spotify'): string[] {
  return readdirSync(new URL(`${provider}/`, folder)).map((name) => `${provider}/${name}`);
}

/** A recorded body as an answer, with the content-type it was recorded with. */
export function sampleAnswer(
  file: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers: { 'content-type': contentType(file), ...headers }, body: sample(file) };
}

/** An answer with a JSON body. */
export function jsonAnswer(status: number, body: JsonObject, type: string): Answer {
  return { status, headers: { 'content-type': type }, body: JSON.stringify(body) };
}

function contentType(file: string): string {
  if (extname(file) === '.html') return 'text/html';
  if (extname(file) === '.txt') return 'text/plain; charset=utf-8';
  // The three providers spell the same type in three ways.
  if (file.startsWith('spotify/token_')) return 'application/json';
  if (file.startsWith('spotify/')) return 'application/json; charset=utf-8';
  return 'application/json; charset=UTF-8';
}
