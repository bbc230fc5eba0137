import { z } from 'zod';
import type { SaldoError, SaldoErrorCode } from '../saldo-error.ts';

/** An error as RFC 9457 has it. */
export const ProblemSchema = z
  .object({
    type: z.string().describe('what kind of problem: about:blank, or a name of ours'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    reason: z.string().optional().describe('which of the reasons that this kind of problem may have'),
    instance: z.string().optional().describe('id of the request'),
    faults: z
      .array(z.object({ where: z.string(), found: z.string().optional(), expected: z.string() }))
      .optional()
      .describe('everything that is wrong with the request'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof ProblemSchema>;

export const PROBLEM_TYPE = 'application/problem+json';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  408: 'Request took too long',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Not available',
};

/** Thrown by a route to answer with a problem document; anything else that is thrown is a bug and answers 500. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly type: string;
  readonly reason: string | undefined;
  readonly faults: Problem['faults'];

  constructor(
    status: number,
    detail: string,
    more: { type?: string; reason?: string | undefined; faults?: Problem['faults'] } = {},
  ) {
    super(detail);
    this.name = 'HttpProblem';
    this.status = status;
    this.type = more.type ?? 'about:blank';
    this.reason = more.reason;
    this.faults = more.faults;
  }
}

export function problemDocument(problem: HttpProblem, instance: string): Problem {
  const { status, type, message: detail, reason, faults } = problem;
  return {
    ...{ type, title: TITLES[status] ?? 'Error', status, detail, instance },
    ...(reason !== undefined && { reason }),
    ...(faults && { faults }),
  };
}

/** The status of a fault of use; those that are the server's own state, not the caller's, are 5xx. */
const STATUS: Partial<Record<SaldoErrorCode, number>> = {
  unwritable_output: 503,
  engine_failed: 500,
  memory_too_small: 503,
  unknown_run: 404,
  unknown_vintage: 404,
  run_ended: 409,
  person_exists: 409,
  store_unavailable: 503,
  home_in_use: 503,
  office_not_held: 403,
  unknown_batch: 404,
  unknown_proposal: 404,
  proposal_reviewed: 409,
  own_proposal: 403,
  not_linked: 409,
  wrong_names_key: 500,
  sealed_file_damaged: 500,
};

/** A fault of use as the caller of a route learns it: what happened inside stays inside. */
export function problemOf(error: SaldoError): HttpProblem {
  const status = STATUS[error.code] ?? 422;
  const detail = status >= 500 ? 'The server could not do this now.' : error.message;
  const { reason } = error.details;
  return new HttpProblem(status, detail, {
    type: `saldo:${error.code}`,
    reason: status < 500 && typeof reason === 'string' ? reason : undefined,
  });
}
