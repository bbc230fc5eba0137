import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENCODINGS, type Encoding, KeptBody, type MadeBody } from './answer-body.ts';
import { type AnswerFormat, FILE_ENDINGS, MEDIA_TYPES } from './answer-format.ts';
import type { PublishedVintage } from './published-vintage.ts';

export interface Answer {
  /** The views that the answer is made of. */
  readonly views: readonly PublishedVintage[];
  /** What else of the viewer the answer depends on. */
  readonly viewer?: string;
  readonly format?: AnswerFormat;
  /** What a file of it is called; without it the answer is no download. */
  readonly fileName?: string;
  /** Made only where the reader does not have it yet. */
  readonly body: () => KeptBody | MadeBody | Promise<KeptBody | MadeBody>;
}

/**
 * Sends an answer with a strong ETag, or nothing but 304 where the reader has it. The tag follows from the views, the form, the encoding
 * and the request's own words, so that the public's tag follows from public numbers. An answer is always asked for again: the same address
 * shows statisticians other figures than the public.
 */
export async function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  const { views, viewer = '', format = 'json', fileName } = answer;
  const isPublic = views.every(view => view.isPublic) && viewer === '';
  reply
    .header('cache-control', isPublic ? 'public, no-cache' : 'private, no-cache')
    .header('vary', 'accept, accept-encoding, cookie, authorization, x-api-key');
  const encoding = negotiate(String(request.headers['accept-encoding'] ?? ''), [...ENCODINGS]);
  const tag = entityTag([...views.map(view => view.version), viewer, format, encoding ?? '', request.url]);
  reply.header('etag', tag);
  if (hasTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
  if (fileName !== undefined) {
    reply.header('content-disposition', `attachment; filename="${fileName}.${FILE_ENDINGS[format]}"`);
  }
  const body = await answer.body();
  const isText = format === 'csv' || format === 'json';
  reply.type(isText ? `${MEDIA_TYPES[format]}; charset=utf-8` : MEDIA_TYPES[format]);
  if (body instanceof KeptBody) return sendKept(reply, body, encoding);
  return reply.send(typeof body === 'string' || Buffer.isBuffer(body) ? body : Readable.from(body));
}

async function sendKept(reply: FastifyReply, body: KeptBody, encoding: Encoding | null): Promise<FastifyReply> {
  const encoded = encoding === null ? undefined : await body.encoded(encoding);
  if (encoded === undefined) return reply.send(body.plain);
  return reply.header('content-encoding', encoding).send(encoded);
}

/** The name of a download: what it is, of which vintage, and whether it is rounded. */
export function downloadName(subject: string, { index, isPublic }: PublishedVintage): string {
  const { vintage } = index.tables;
  return `saldo-${subject}-vintage-${vintage.id}${isPublic ? `-rounded-to-${vintage.rounded_to}` : '-exact'}`;
}

function entityTag(words: readonly string[]): string {
  return `"${createHash('sha256').update(words.join('\n')).digest('base64url').slice(0, 27)}"`;
}

function hasTag(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some(each => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');
}
