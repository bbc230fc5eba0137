import type { Problem } from './types.ts';

/** An answer that is a problem document; what a page shows of it are title, detail and the request's id. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export function get<Answer>(path: string): Promise<Answer> {
  return ask<Answer>(path, {});
}

export function send<Answer>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
  const init: RequestInit = { method };
  if (body !== undefined)
    Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  return ask<Answer>(path, init);
}

/** Sends files as a form. */
export function sendForm<Answer>(path: string, body: FormData): Promise<Answer> {
  return ask<Answer>(path, { method: 'POST', body });
}

/** Sends a file as it is; `onProgress` gets the share that has left, 0 to 1. */
export function upload<Answer>(path: string, file: File, onProgress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ProblemError(UNREACHABLE));
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status < 400) resolve(body as Answer);
      else reject(new ProblemError(asProblem(body, request.status)));
    };
    request.send(file);
  });
}

const UNREACHABLE: Problem = { type: 'about:blank', title: 'The server does not answer', status: 0 };

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => {
    throw new ProblemError(UNREACHABLE);
  });
  const body = parse(await response.text());
  if (!response.ok) throw new ProblemError(asProblem(body, response.status));
  return body as Answer;
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** The identity library answers errors in a form of its own. */
function asProblem(body: unknown, status: number): Problem {
  if (body !== null && typeof body === 'object') {
    if ('title' in body) return body as Problem;
    if ('message' in body) return { type: 'about:blank', title: String(body.message), status };
  }
  return { type: 'about:blank', title: `Error ${status}`, status };
}
