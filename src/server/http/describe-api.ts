import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { packageVersion } from '../../common/package-version.ts';

/** The API's own document at `/api/openapi.json`, and a page to browse it at `/api/docs`. */
export async function describeApi(app: RoutedApp): Promise<void> {
  app.addHook('onRoute', route => {
    route.schema = withProblems(route.schema, route.config?.access === 'public');
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Saldo',
        version: packageVersion,
        description:
          'United accounting of migration. Numbers are reported (an office said it), linked (slips prove it) or modelled (an estimate with its interval); what is public is rounded against disclosure.',
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'saldo.session_token' },
          key: { type: 'http', scheme: 'bearer', description: 'Key of a machine client' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(async inner => {
    inner.addHook('onRoute', route => {
      route.config = { ...route.config, access: 'public' };
    });
    await inner.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: false, uiConfig: { validatorUrl: null } });
  });
  app.get('/api/openapi.json', { schema: { hide: true }, config: { access: 'public' } }, (_request, reply) =>
    reply.send(app.swagger()),
  );
}

type Schema = NonNullable<Parameters<RoutedApp['route']>[0]['schema']>;

/** Every route may answer with a problem; who must sign in is said in the document. */
function withProblems(schema: Schema | undefined, isPublic: boolean): Schema {
  const response = { ...(schema?.response as Record<string, unknown> | undefined) };
  return {
    ...schema,
    response: { ...response, '4xx': response['4xx'] ?? ProblemSchema, '5xx': ProblemSchema },
    ...(!isPublic && { security: [{ session: [] }, { key: [] }] }),
  };
}
