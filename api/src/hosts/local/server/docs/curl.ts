import { shellQuoted } from '../../shell-quoted.ts';
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

/** The query with the required parameters. */
function query(parameters: readonly Parameter[]): string {
  const set = parameters
    .filter(({ required }) => required)
    .map(({ name, schema }): [string, string] => {
      return [name, `${schema.example ?? schema.enum?.[0] ?? name}`];
    });
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`;
}
