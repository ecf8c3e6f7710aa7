import type { HttpCall } from "../host/http-call.ts";
import { BasicError } from "../runtime/error.ts";
import { jsonIn } from "../testing/http/json-in.ts";
import { type MockOutcome, unansweredCall, unreachable } from "../testing/http/mocked-calls.ts";
import { shownAddress } from "../testing/http/secret-mask.ts";
import type { UnmockedCalls } from "../testing/http/unmocked-calls.ts";
import { answerOf } from "../testing/statements/mock-call.ts";
import { bedError } from "./bed-error.ts";

/** A method of HTTP that scripts can be called with, and call with. */
export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What an address answers. */
export type HttpMockAnswer = {
  /** By default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
} & (
  | { readonly json: unknown; readonly body?: never }
  | { readonly body?: string; readonly json?: never }
);

/** What becomes of a call: an answer; nobody is reached; it is taken or not, and nobody answers. */
export type HttpMock = HttpMockAnswer | "unreachable" | "unanswered";

/** How often a mock answers. */
export interface HttpMockOptions {
  /** True for one call and no more, before mocks that stay. */
  readonly once?: boolean;
}

/** A call that a script made over HTTP. */
export interface HttpCallMade {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where none was sent, or files were. */
  readonly body: string | undefined;
  /** What the body says as JSON; undefined where it is none. */
  readonly json: unknown;
  /** The fields of a form with files, in their order; undefined where none was sent. */
  readonly form: readonly FormFieldMade[] | undefined;
  /** The file that was the whole body; undefined where none was. */
  readonly file: FileMade | undefined;
}

/** A file that a script sent over HTTP. */
export interface FileMade {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A field of a form that a script sent over HTTP: a text or a file. */
export interface FormFieldMade {
  readonly name: string;
  readonly value?: string;
  readonly file?: FileMade;
}

/** Describes a call for a test. */
export function madeCall({ method, url, headers, body }: HttpCall): HttpCallMade {
  const named = headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  const text = typeof body === "string" ? body : undefined;
  const sent = typeof body === "string" ? undefined : body;
  return {
    method,
    url,
    headers: Object.fromEntries(named),
    body: text,
    json: text === undefined ? undefined : jsonIn(text),
    form: sent?.kind === "form" ? sent.parts : undefined,
    file: sent?.kind === "file" ? sent.file : undefined,
  };
}

/** Makes what a mock does with a call. @throws BedError GB5421 for a status that there is not */
export function outcomeOf(
  mock: HttpMock | ((call: HttpCallMade) => HttpMock | Promise<HttpMock>),
): (call: HttpCall) => MockOutcome | Promise<MockOutcome> {
  if (typeof mock === "function") {
    return async (call) => resultOf(await mock(madeCall(call)))(call);
  }
  return resultOf(mock);
}

/** Says what a test lacks whose script calls an address that nothing answers. */
export const noHttpMock: UnmockedCalls = {
  known: [],
  answer: () => Promise.resolve(undefined),
  hint: ({ method, url }) =>
    `call before it: bed.mockHttp(${JSON.stringify(method)}, ${JSON.stringify(shownAddress(url))}, { json: {} })`,
};

function resultOf(mock: HttpMock): (call: HttpCall) => MockOutcome {
  if (mock === "unreachable") return unreachable;
  if (mock === "unanswered") return unansweredCall;
  const { status = 200, json, body, headers = {} } = mock;
  try {
    const text = json === undefined ? undefined : JSON.stringify(json);
    const answer = answerOf(status, { json: text, body, headers: { ...headers } });
    return () => answer;
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    throw bedError(error.detail, { cause: error });
  }
}
