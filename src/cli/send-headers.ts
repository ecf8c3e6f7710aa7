import { sendMessages } from "../diagnostics/codes/send.ts";
import type { PostedRequest } from "./post-request.ts";
import { UsageError } from "./usage-error.ts";

const LINE = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+):[ \t]*([\x20-\x7e]*?)[ \t]*$/;

/**
 * Adds headers to a request as they are typed, in the place of its own of the same name.
 * @param lines such as `X-GitHub-Event: push`
 * @throws UsageError GB4822 for a line that is no header
 */
export function withHeaders(request: PostedRequest, lines: readonly string[]): PostedRequest {
  const typed = lines.map((line): readonly [string, string] => {
    const [, name, value] = LINE.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw new UsageError(sendMessages.noHeader(line));
    }
    return [name, value];
  });
  const replaced = new Set(typed.map(([name]) => name.toLowerCase()));
  const own = Object.entries(request.headers).filter(([name]) => !replaced.has(name.toLowerCase()));
  return { ...request, headers: Object.fromEntries([...own, ...typed]) };
}
