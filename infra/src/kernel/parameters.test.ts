import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OWN_DOMAINS } from '../testing/stack.ts';
import { parseParameters, readParameters } from './parameters.ts';

const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/fake';

test('without parameters, a deployment has the defaults and the addresses that AWS assigns', () => {
  expect(parseParameters({}, 'file')).toStrictEqual({
    corsOrigin: 'https://immersion-tracker.jordansimsmith.com',
    timeZone: 'Pacific/Auckland',
    spotifyMarket: 'US',
  });
});

test('valid parameters are returned unchanged', () => {
  const all = {
    ...OWN_DOMAINS,
    corsOrigin: 'dashboard',
    timeZone: 'Asia/Kathmandu',
    spotifyMarket: 'NP',
  };

  expect(parseParameters(all, 'file')).toStrictEqual(all);
});

test('the slash at the end of an origin is dropped, since browsers do not send it', () => {
  const { corsOrigin } = parseParameters({ corsOrigin: 'https://example.com/' }, 'file');

  expect(corsOrigin).toBe('https://example.com');
});

describe('an error names an invalid parameter and what it must be:', () => {
  test.each([
    [{ timezone: 'Europe/Berlin' }, 'timezone'],
    [{ timeZone: 'Berlin' }, 'must be an IANA time zone'],
    [{ spotifyMarket: 'nz' }, 'two capital letters'],
    [{ timeZone: 'JST' }, 'must be an IANA time zone'],
    [{ corsOrigin: 'https://example.com/app' }, 'must be an origin'],
    [{ corsOrigin: '*' }, 'must be an origin'],
    [{ corsOrigin: 'ftp://example.com' }, 'must be an origin'],
    [{ corsOrigin: "https://exa'mple.com" }, 'must be an origin'],
    [
      {
        ...OWN_DOMAINS,
        dashboardDomain: { ...OWN_DOMAINS.dashboardDomain, name: 'api.tracker.example' },
      },
      'must differ from the domain of the API',
    ],
    [{ hostedZone: OWN_DOMAINS.hostedZone }, 'needs apiDomain or dashboardDomain'],
    [{ apiDomain: 'api.example.com' }, 'apiDomain'],
    [{ apiDomain: { name: 'https://api.example.com', certificateArn } }, 'must be a domain name'],
    [{ apiDomain: { name: 'api.example.com', certificateArn: 'fake' } }, 'must be the ARN'],
    [{ dashboardDomain: { name: 'example.com', certificateArn } }, 'us-east-1'],
    [{ hostedZone: { id: 'example.com', name: 'example.com' } }, 'must be the id'],
    [
      {
        apiDomain: { name: 'api.badexample.com', certificateArn },
        hostedZone: { id: 'Z1', name: 'example.com' },
      },
      'is not in the hosted zone example.com',
    ],
  ])('%j', (given, reason) => {
    expect(() => parseParameters(given, 'some/file.json')).toThrow('some/file.json');
    expect(() => parseParameters(given, 'some/file.json')).toThrow(reason);
  });

  test('all of them at once', () => {
    const parse = () => parseParameters({ timeZone: 'x', spotifyMarket: 'x' }, 'file');

    expect(parse).toThrow('timeZone');
    expect(parse).toThrow('spotifyMarket');
  });
});

describe('a parameters file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parameters-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is read as JSON', () => {
    const file = join(folder, 'parameters.json');
    writeFileSync(file, '{"spotifyMarket":"NZ"}');

    expect(readParameters(file).spotifyMarket).toBe('NZ');
  });

  test('that is not JSON is an error that names it', () => {
    const file = join(folder, 'parameters.json');
    writeFileSync(file, '{spotifyMarket');

    expect(() => readParameters(file)).toThrow(`${file}: is not JSON`);
  });

  test('that does not exist is an error that names it', () => {
    const file = join(folder, 'absent.json');

    expect(() => readParameters(file)).toThrow(file);
  });
});
