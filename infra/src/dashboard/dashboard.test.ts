import { expect, test } from 'vitest';
import * as z from 'zod';
import { OWN_DOMAINS, useStacks } from '../testing/stack.ts';
import { asText, resourcesOf } from '../testing/template.ts';

const { templateOf } = useStacks();

const headers = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.looseObject({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.unknown().transform(asText) }),
    }),
  }),
});

/** The headers that CloudFront adds to every file. */
function headersOf(parameters: unknown) {
  const policies = resourcesOf(
    templateOf(parameters),
    'AWS::CloudFront::ResponseHeadersPolicy',
    headers,
  );
  const [policy] = z.tuple([headers]).parse([...policies.values()]);
  return policy.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
}

test.each([
  [
    {},
    /connect-src 'self' https:\/\/\[ApiRest\w+\]\.execute-api\.\[AWS::Region\]\.\[AWS::URLSuffix\];/,
  ],
  [OWN_DOMAINS, /connect-src 'self' https:\/\/api\.tracker\.example;/],
])(
  'the dashboard may connect only to its own origin and its own API: %#',
  (parameters, connect) => {
    const security = headersOf(parameters);

    const policy = security.ContentSecurityPolicy.ContentSecurityPolicy;
    expect(policy).toMatch(connect);
    expect(policy).toContain("default-src 'none'; script-src 'self' 'sha256-");
    expect(policy).toContain("manifest-src 'self'; worker-src 'self';");
    expect(security).toMatchObject({
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: { IncludeSubdomains: false, Override: true },
    });
  },
);

test('CloudFront caches and compresses files, and answers an unknown path with the page as a 404', () => {
  templateOf().hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: {
        Compress: true,
        // Managed-CachingOptimized: follows Cache-Control, but caches for at least a second.
        CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
        ViewerProtocolPolicy: 'redirect-to-https',
      },
      CustomErrorResponses: [
        { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/index.html' },
      ],
    },
  });
});
