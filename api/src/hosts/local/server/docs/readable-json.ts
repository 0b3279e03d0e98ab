import type * as z from 'zod';

type Json = z.output<ReturnType<typeof z.json>>;

/** The longest line, in characters, unless a single value is longer. */
const WIDTH = 46;

/** JSON with each array and object on one line if it fits. */
export function readableJson(value: Json, indent = ''): string {
  const line = oneLine(value);
  if (typeof value !== 'object' || value === null) return line;
  if (indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((element) => readableJson(element, inner))
    : Object.entries(value).map(([key, field]) => {
        return `${JSON.stringify(key)}: ${readableJson(field, inner)}`;
      });
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}

function oneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => {
    return `${JSON.stringify(key)}: ${oneLine(field)}`;
  });
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
