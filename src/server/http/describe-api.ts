import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { packageVersion } from '../../common/package-version.ts';
import { type ApiDocument, tidyDocument } from './tidy-document.ts';

const DESCRIPTION =
  'United accounting of migration. Numbers are reported (an office said it), linked (slips prove it) or modelled (an estimate with its interval); what is public is rounded against disclosure. Errors are problem documents (RFC 9457). Lists are read page by page: `next` of an answer is the `cursor` of the following request.';

/** The API's own document at `/api/openapi.json`, and a page to browse it at `/api/docs`. */
export async function describeApi(app: RoutedApp): Promise<void> {
  app.addHook('onRoute', route => {
    route.schema = withProblems(route.schema, route.config?.access);
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Saldo',
        version: packageVersion,
        description: DESCRIPTION,
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
    transformObject: document =>
      tidyDocument(jsonSchemaTransformObject(document) as unknown as ApiDocument) as ReturnType<
        typeof jsonSchemaTransformObject
      >,
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

type Route = Parameters<RoutedApp['route']>[0];
type Schema = NonNullable<Route['schema']>;
type Access = NonNullable<Route['config']>['access'];

/** Every route may answer with a problem; who must sign in, and with which role, is said in the document. */
function withProblems(schema: Schema | undefined, access: Access): Schema {
  const { default: _, ...response } = (schema?.response ?? {}) as Record<string, unknown>;
  const roles = access === undefined || access === 'public' || access === 'signed-in' ? [] : [access].flat();
  const needs = roles.length > 0 ? `Needs the role ${roles.join(' or ')}.` : undefined;
  const description = [schema?.description, needs].filter(text => text !== undefined).join(' ');
  return {
    ...schema,
    ...(description !== '' && { description }),
    response: { ...response, '4xx': response['4xx'] ?? ProblemSchema, '5xx': ProblemSchema },
    ...(access !== 'public' && { security: [{ session: [] }, { key: [] }] }),
  };
}
