/** Any value JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Parses a text as JSON; undefined when it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value as an object; throws when it is anything else. */
export function asObject(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new TypeError('expected a JSON object');
  return value;
}

/** The value as a list; throws when it is anything else. */
export function asList(value: Json | undefined): readonly Json[] {
  if (!isList(value)) throw new TypeError('expected a JSON list');
  return value;
}

/** Whether the value is an object, neither null nor a list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
