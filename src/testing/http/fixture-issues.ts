import type { z } from "zod";
import { suggest } from "../../diagnostics/suggest.ts";

/** The members that a file of recorded calls may have, wherever they stand. */
const MEMBERS = [
  ...["version", "tests", "test", "calls", "request", "answer"],
  ...["method", "url", "headers", "json", "body", "status", "statusText", "base64"],
  ...["file", "form", "name", "value", "type", "sha256"],
];

const KINDS: Readonly<Record<string, string>> = {
  array: "a list",
  object: "an object",
  record: "an object",
  string: "a text",
  number: "a number",
  int: "a whole number",
};

type Issue = z.core.$ZodIssue;

/** Says what is wrong with a file of recorded calls. A misspelt member comes first: it is missing elsewhere. */
export function describeIssues(issues: readonly Issue[]): string {
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  if (issue === undefined) return "it holds something else";
  const place = issue.path.map(String).join(".");
  return place === "" ? describe(issue) : `${place}: ${describe(issue)}`;
}

function describe(issue: Issue): string {
  if (issue.code === "unrecognized_keys") {
    const [name = ""] = issue.keys;
    const nearest = suggest(name, MEMBERS);
    const proposed = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
    return `there is no member ${JSON.stringify(name)} here${proposed}`;
  }
  const expected = expectedBy(issue);
  if (issue.input === undefined) return `it is missing; expected ${expected}`;
  const found = JSON.stringify(issue.input);
  return `expected ${expected}, found ${found.length > 40 ? `${found.slice(0, 40)}…` : found}`;
}

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return KINDS[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.map(String).join(" or ");
    case "invalid_union":
      return "a text or a list of texts";
    case "too_small":
      return `${String(issue.minimum)} at least`;
    case "too_big":
      return `${String(issue.maximum)} at most`;
    default:
      return "something else";
  }
}
