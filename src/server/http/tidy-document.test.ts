import { expect, it } from 'vitest';
import { tidyDocument } from './tidy-document.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more }) as never;

it('schemas that say the same both ways have one name, also where they refer to each other', () => {
  const document = tidyDocument({
    paths: {
      '/things': {
        put: { body: ref('ThingInput'), more: ref('OtherInput'), gone: ref('Other'), answer: ref('Thing') } as never,
      },
    },
    components: {
      schemas: {
        ThingInput: object({ part: ref('PartInput') }),
        Thing: object({ part: ref('Part') }, { additionalProperties: false }),
        PartInput: object({ a: { type: 'string' } }),
        Part: object({ a: { type: 'string' } }, { additionalProperties: false }),
        OtherInput: object({ a: { type: 'string', default: 'x' } }),
        Other: object({ a: { type: 'string' } }, { required: ['a'] }),
        NobodysInput: object({}),
        Nobodys: object({}),
      },
    },
  });
  expect(document).toMatchObject({
    paths: {
      '/things': {
        put: { body: ref('Thing'), more: ref('OtherInput'), gone: ref('Other'), answer: ref('Thing') },
      },
    },
  });
  const { schemas } = document['components'] as { schemas: object };
  expect(Object.keys(schemas)).toEqual(['Other', 'OtherInput', 'Part', 'Thing']);
});

it('answers that are problems have the media type of problems', () => {
  const content = { 'application/json': { schema: ref('Problem') } };
  const { paths } = tidyDocument({
    paths: { '/x': { get: { responses: { '4XX': { content } } } } } as never,
    components: { schemas: { Problem: object({}), ProblemInput: object({}) } },
  });
  expect(paths).toEqual({
    '/x': { get: { responses: { '4XX': { content: { 'application/problem+json': { schema: ref('Problem') } } } } } },
  });
});
