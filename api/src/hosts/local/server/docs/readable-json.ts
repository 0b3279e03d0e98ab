import type * as z from 'zod';

type Json = z.output<ReturnType<typeof z.json>>;

/** The longest line, in characters, unless a single value is longer. */
const WIDTH = 46;

/** JSON with each array and object on one line if it fits, after the indentation and the key. */
export function readableJson(value: Json, indent = '', key = ''): string {
  const line = `${key}${oneLine(value)}`;
  const fits = indent.length + line.length <= WIDTH;
  if (fits || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((element) => readableJson(element, inner))
    : Object.entries(value).map(([name, field]) => {
        return readableJson(field, inner, `${JSON.stringify(name)}: `);
      });
  return `${key}${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}

function oneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => {
    return `${JSON.stringify(key)}: ${oneLine(field)}`;
  });
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
