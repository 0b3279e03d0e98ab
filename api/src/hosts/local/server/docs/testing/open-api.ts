/** An OpenAPI document with one operation, `GET /things`, and the given parts of it. */
export const openApiWith = (operation: Readonly<Record<string, unknown>>) => ({
  info: { title: 'Things', description: 'Counts things.' },
  security: [{ basic: [] }],
  paths: {
    '/things': {
      get: {
        operationId: 'getThings',
        summary: 'All things.',
        responses: {
          200: {
            content: {
              'application/json': { example: {}, schema: { $ref: '#/components/schemas/Things' } },
            },
          },
          401: {
            description: '`unauthorized`: Who are you?',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
                examples: { unauthorized: { value: { message: 'Who are you?' } } },
              },
            },
          },
        },
        ...operation,
      },
    },
  },
  components: {
    securitySchemes: { basic: { type: 'http', scheme: 'basic' } },
    schemas: {
      Things: { type: 'object', properties: { first: { $ref: '#/components/schemas/Thing' } } },
      Thing: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      Error: { type: 'object', properties: { message: { type: 'string' } } },
    },
  },
});
