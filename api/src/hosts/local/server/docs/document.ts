import * as z from 'zod';
import { inlineReferences, jsonSchema } from './json-schema.ts';

const parameter = z.strictObject({
  in: z.literal('query'),
  name: z.string(),
  required: z.boolean().default(false),
  description: z.string().optional(),
  schema: jsonSchema,
});

const body = z.object({
  'application/json': z.object({ schema: jsonSchema, example: z.json() }),
});

const failure = z.object({
  description: z.string(),
  content: z.object({
    'application/json': z.object({
      // The page describes the body of errors once.
      schema: z.object({ $ref: z.literal('#/components/schemas/Error') }),
      examples: z.record(z.string(), z.object({ value: z.json() })),
    }),
  }),
});

/** The answer of status 200, and the errors by their status. */
const responses = z
  .looseObject({ '200': z.unknown() })
  .transform(({ '200': success, ...failures }) => ({ success, failures }))
  .pipe(
    z.object({
      success: z.object({ content: body }),
      failures: z.record(z.string(), failure),
    }),
  );

const operation = z.strictObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: body }).optional(),
  responses,
});

const document = z.object({
  info: z.object({ title: z.string(), description: z.string() }),
  // Every operation asks for the same credentials.
  security: z.tuple([z.strictObject({ basic: z.tuple([]) })]),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({
    schemas: z.record(z.string(), jsonSchema),
    securitySchemes: z.object({
      basic: z.object({ type: z.literal('http'), scheme: z.literal('basic') }),
    }),
  }),
});

export type Parameter = z.output<typeof parameter>;
export type Body = z.output<typeof body>['application/json'];

/** An operation of the API, under its method in capitals and its path. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly request: Body | undefined;
  readonly response: Body;
  readonly errors: readonly { readonly status: string; readonly description: string }[];
}

/** The parts of an OpenAPI document that the page shows. */
export interface Documentation {
  readonly title: string;
  readonly description: string;
  readonly operations: readonly Operation[];
  /** The body of every error. */
  readonly error: Body;
}

/** Reads an OpenAPI document. Throws a `ZodError` if it has a shape that the page does not know. */
export function readDocument(openApi: unknown): Documentation {
  const { info, paths, components } = document.parse(openApi);
  const inlined = ({ schema, example }: Body): Body => {
    return { schema: inlineReferences(schema, components.schemas), example };
  };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const [error] = described
    .flatMap(({ operation }) => Object.values(operation.responses.failures))
    .flatMap(({ content: { 'application/json': json } }) =>
      Object.values(json.examples).map(({ value }) => ({ schema: json.schema, example: value })),
    );
  if (error === undefined) throw new Error('No operation of the OpenAPI document has an error.');

  return {
    ...info,
    error: inlined(error),
    operations: described.map(({ path, method, operation }) => {
      const { operationId, summary, description, parameters, requestBody, responses } = operation;
      const request = requestBody?.content['application/json'];
      return {
        method: method.toUpperCase(),
        path,
        id: operationId,
        ...{ summary, description },
        parameters: parameters.map((one) => {
          return { ...one, schema: inlineReferences(one.schema, components.schemas) };
        }),
        request: request && inlined(request),
        response: inlined(responses.success.content['application/json']),
        errors: Object.entries(responses.failures).map(([status, failure]) => {
          return { status, description: failure.description };
        }),
      };
    }),
  };
}
