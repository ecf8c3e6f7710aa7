import { httpMessages } from "../../diagnostics/codes/http.ts";
import { ChannelError } from "../../host/channel.ts";
import { BEFORE_THE_REQUEST } from "../http-post.ts";
import { BadEncoding, BodyTooLong } from "./read-answer.ts";

/** What is known of a call that failed. */
export interface FailedCall {
  readonly title: string;
  /** True where it may be made again whatever became of it. */
  readonly repeatable: boolean;
  /** What ended it, where that is not the failure itself. */
  readonly stopped: "timeout" | "run" | undefined;
  readonly timeoutMs: number;
  readonly maximumBytes: number;
}

/**
 * Says what a failure means for the call. The causes are not kept: they may hold headers, and so
 * tokens.
 */
export function callFailure(error: unknown, failed: FailedCall): ChannelError {
  const { title, repeatable, stopped, timeoutMs, maximumBytes } = failed;
  if (error instanceof ChannelError) return error;
  const unanswered = (reason: string) =>
    new ChannelError(
      httpMessages.callUnanswered(title, reason, repeatable),
      repeatable ? "retry" : "unknown",
    );
  if (error instanceof BodyTooLong) {
    return new ChannelError(httpMessages.answerTooLong(title, maximumBytes), "permanent");
  }
  if (error instanceof BadEncoding) {
    return new ChannelError(httpMessages.answerEncoding(title, error.message), "permanent");
  }
  if (stopped === "timeout") return unanswered(`none within ${String(timeoutMs / 1000)} s`);
  if (stopped === "run") return unanswered("the run was stopped");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = REASONS.get(code) ?? reasonOf(error);
  if (!BEFORE_THE_REQUEST.test(code)) return unanswered(reason);
  return new ChannelError(httpMessages.addressUnreachable(title, reason), "retry");
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOTFOUND", "there is no host of this name"],
  ["EAI_AGAIN", "the host cannot be looked up at present"],
  ["ECONNREFUSED", "nothing listens there"],
  ["ECONNRESET", "the connection was cut"],
  ["UND_ERR_SOCKET", "the connection was cut"],
  ["UND_ERR_CONNECT_TIMEOUT", "the host does not take the connection"],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "the body is shorter or longer than it says"],
]);

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 200);
}
