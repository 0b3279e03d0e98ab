import { shellQuoted } from '../shell-quoted.ts';
import type { Operation, Parameter } from './document.ts';

/** A command that calls an operation with its example, at `$TRACKER` and with the credentials in `$LOGIN`. */
export function curlCommand({ method, path, parameters, request }: Operation): string {
  // What curl would do anyway is left out, to keep the command short.
  const usual = request === undefined ? 'GET' : 'POST';
  return [
    'curl -u "$LOGIN"',
    ...(method === usual ? [] : [`-X ${method}`]),
    `"$TRACKER${path}${query(parameters)}"`,
    ...(request === undefined ? [] : [`-d ${shellQuoted(JSON.stringify(request.example))}`]),
  ].join(' ');
}

/** The query that sets the required parameters, and all others that have an example. */
function query(parameters: readonly Parameter[]): string {
  const set = parameters.flatMap(({ name, required, example, schema }): [string, string][] => {
    const value = example ?? (required ? (schema.enum?.[0] ?? name) : undefined);
    return value === undefined ? [] : [[name, `${value}`]];
  });
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`;
}
