import { readFileSync } from 'node:fs';
import { DEFAULT, setting } from '@immersion-tracker/api/settings';
import * as z from 'zod';
import { toDotPath } from 'zod/v4/core';

/** An error that the operator can fix; the message is for them. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

const domainName = z.string().regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, {
  error: 'must be a domain name in lower case, such as api.example.com',
});
const certificateArn = z.string().regex(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/.+$/, {
  error: 'must be the ARN of a certificate in AWS Certificate Manager',
});

/** The operator's choices for a deployment. See docs/deploy.md. */
const schema = z
  .strictObject({
    apiDomain: z.strictObject({ name: domainName, certificateArn }).optional(),
    dashboardDomain: z
      .strictObject({
        name: domainName,
        certificateArn: certificateArn.refine((arn) => arn.split(':')[3] === 'us-east-1', {
          error:
            'must be the ARN of a certificate in us-east-1, since CloudFront accepts only those',
        }),
      })
      .optional(),
    hostedZone: z
      .strictObject({
        id: z.string().regex(/^Z[A-Z0-9]+$/, { error: 'must be the id of a hosted zone' }),
        name: domainName,
      })
      .optional(),
    corsOrigin: z.union([z.literal('dashboard'), setting.origin]).default(DEFAULT.corsOrigin),
    timeZone: setting.timeZone.default(DEFAULT.timeZone),
    spotifyMarket: setting.spotifyMarket.default(DEFAULT.spotifyMarket),
  })
  .superRefine(({ hostedZone, apiDomain, dashboardDomain }, context) => {
    const wrong = (path: string[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (apiDomain !== undefined && apiDomain.name === dashboardDomain?.name) {
      wrong(['dashboardDomain', 'name'], 'must differ from the domain of the API');
    }
    if (hostedZone && !apiDomain && !dashboardDomain) {
      wrong(['hostedZone'], 'needs apiDomain or dashboardDomain: add one, or leave hostedZone out');
    }
    for (const [name, domain] of Object.entries({ apiDomain, dashboardDomain })) {
      if (!hostedZone || !domain || isWithin(domain.name, hostedZone.name)) continue;
      const elsewhere = 'to add the DNS records elsewhere, leave hostedZone out';
      wrong([name, 'name'], `is not in the hosted zone ${hostedZone.name}; ${elsewhere}`);
    }
  });

export type Parameters = z.output<typeof schema>;

/** Adds the defaults. Throws an `OperatorError` with one line for each invalid parameter. */
export function parseParameters(given: unknown, source: string): Parameters {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const path = toDotPath(issue.path) || 'content';
    const hint = issue.code === 'unrecognized_keys' ? '; docs/deploy.md lists the valid ones' : '';
    return `${source}: ${path}: ${issue.message}${hint}`;
  });
  throw new OperatorError(lines.join('\n'));
}

/** Reads parameters from a JSON file. Throws `OperatorError`. */
export function readParameters(file: string): Parameters {
  return parseParameters(parseJson(file), file);
}

function parseJson(file: string): unknown {
  try {
    // Some editors write a byte order mark.
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const what = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`${file}: ${what}: ${reason}`);
  }
}

function isWithin(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}
