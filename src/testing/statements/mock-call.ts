import { STATUS_CODES } from "node:http";
import mime from "mime";
import { bodyOf } from "../../channels/http/read-answer.ts";
import { testingMessages } from "../../diagnostics/codes/testing.ts";
import { headerIn, type HttpAnswer, type HttpCall } from "../../host/http-call.ts";
import type { FileLimit } from "../../host/host.ts";
import { BasicError } from "../../runtime/error.ts";
import { toJson } from "../../runtime/value/json.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { type MockOutcome, unansweredCall, unreachable } from "../http/mocked-calls.ts";
import { urlPattern } from "../http/url-pattern.ts";

/** What the answer of a mock may have. */
const ANSWER: FileLimit = { megabytes: 25, taker: "a mock" };

const METHODS = "GET|POST|PUT|PATCH|DELETE";

/** `MOCK GET "https://shop.example/*" WITH JSON { "id": 7 }`: what an address answers. */
export const mockCall = (bed: CurrentBed) =>
  defineStatement({
    pattern: `MOCK <method:word(${METHODS})> <url:text!> { STATUS <status?:number> | JSON <json?:any> | BODY <body?:text> | FILE <file?:text> | HEADERS <headers?:any> | <failure?:word(UNREACHABLE|UNANSWERED)> | <once?:word(ONCE)> }`,
    summary:
      "Answers the calls of the script to an address from now on, in which * stands for anything; the status is 200 unless given. FILE answers with the bytes of a file beside the tests. Of several that fit, the last one counts. ONCE answers one call only, before those that stay. UNREACHABLE and UNANSWERED make the call fail. GRAPHQL and SOAP call with POST.",
    example: `MOCK POST "https://shop.example/orders" WITH STATUS 201 AND JSON { "id": 7 }
RECEIVE POST "/shop" WITH JSON { "item": "tea" }
EXPECT BODY "the shop says 201"`,
    raises: ["GB5421"],
    needs: ["files"],
    runAsync: async ({ method, url, status, failure, once, file, ...content }, context) => {
      const { host, place } = context;
      const plain = answerOf(status ?? 200, content);
      const answer =
        file === undefined ? plain : withFile(plain, file, await host.files.read(file, ANSWER));
      const outcome = (call: HttpCall): MockOutcome => {
        if (failure === "UNREACHABLE") return unreachable(call);
        return failure === undefined ? answer : unansweredCall(call);
      };
      const mock = { method, pattern: url, matches: urlPattern(url), once: once !== undefined };
      bed.get().channels.http.mock({ ...mock, outcome, place });
    },
  });

/** The type is that of the headers, else the one that suits the name. */
function withFile(answer: HttpAnswer, path: string, bytes: Uint8Array): HttpAnswer {
  const known = headerIn(answer.headers, "content-type");
  const type = known ?? mime.getType(path) ?? "application/octet-stream";
  const headers = known === undefined ? [["content-type", type] as const] : [];
  return { ...answer, headers: [...headers, ...answer.headers], ...bodyOf(bytes, type) };
}

interface MockContent {
  readonly json: Value | undefined;
  readonly body: string | undefined;
  readonly headers: Value | undefined;
}

/** Makes an answer. @throws BasicError GB5421 for a status that there is not */
export function answerOf(status: number, { json, body, headers }: MockContent): HttpAnswer {
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new BasicError(testingMessages.mockStatus(toText(status)));
  }
  const type: HttpAnswer["headers"] =
    json === undefined ? [] : [["content-type", "application/json"]];
  const given = headers !== undefined && isObject(headers) ? Object.entries(headers) : [];
  const own = given.map(([name, value]) => [name.toLowerCase(), toText(value)] as const);
  const text = json === undefined ? (body ?? "") : typeof json === "string" ? json : toJson(json);
  return {
    status,
    statusText: STATUS_CODES[status] ?? "",
    headers: [...type.filter(([name]) => own.every(([other]) => other !== name)), ...own],
    body: text,
    isText: true,
  };
}
