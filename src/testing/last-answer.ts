import { testingMessages } from "../diagnostics/codes/testing.ts";
import { BasicError } from "../runtime/error.ts";
import type { TestAnswer, TestBed } from "./test-bed.ts";

/** Gives what came back last. @throws BasicError GB3502 where nothing did */
export function lastAnswer({ answers }: TestBed, statement: string): TestAnswer {
  const last = answers.at(-1);
  if (last === undefined) throw new BasicError(testingMessages.nothingReceived(statement));
  return last;
}

/** Says in details what an answer was: to what, its status, why the server gave it where it did itself. */
export function describeAnswer({ request, status, body, reason }: TestAnswer): string {
  const why = reason === undefined ? "" : ` (${reason})`;
  const shown = body === "" ? "an empty body" : body;
  return `${request} was answered with ${String(status)}${why}: ${shown}`;
}

/** Gives a header of an answer; undefined where it has none of that name. */
export function headerOf({ headers }: TestAnswer, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const values = headers.flatMap(([known, value]) =>
    known.toLowerCase() === wanted ? [value] : [],
  );
  return values.length === 0 ? undefined : values.join(", ");
}
