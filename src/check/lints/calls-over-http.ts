import { httpMessages } from "../../diagnostics/codes/http.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { likelyAddress } from "../../diagnostics/likely-address.ts";
import type { Phrase } from "../../syntax/ast.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";
import { expressionSlot } from "./outside.ts";

/** Hosts of this machine and of networks that are not public, as they are mostly written. */
const PRIVATE_HOST =
  /^(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|0\.0\.0\.0|\[::1\])$/;

/**
 * Reports literal addresses with a slip in them, private ones, and headers of calls in a file that
 * makes none.
 */
export function findHttpMistakes(
  { script, bodies, isIncluded }: LintedScript,
  report: Report,
): void {
  const phrases = bodies.flatMap(({ block }) => phrasesIn(block));
  const needsOf = ({ entry }: Phrase) => script.names.runnable.get(entry)?.needs ?? [];
  const calls = phrases.filter((phrase) => needsOf(phrase).includes("http"));
  for (const call of calls) checkAddress(call, report);
  const setters = phrases.filter((phrase) => needsOf(phrase).includes("sentHeaders"));
  const [first] = setters;
  const isAlone = calls.length === 0 && !isIncluded && script.handlers.length > 0;
  if (isAlone && first !== undefined) report(httpMessages.headerOfNoCall(), first);
}

function checkAddress(call: Phrase, report: Report): void {
  const value = expressionSlot(call, "url");
  if (value?.kind !== "literal" || typeof value.value !== "string") return;
  const { title } = call.entry;
  const proposed = likelyAddress(value.value);
  if (proposed !== undefined) {
    report(httpMessages.likelyNoAddress(title, value.value, proposed), value);
    return;
  }
  const url = URL.parse(value.value);
  if (url === null || !/^https?:$/.test(url.protocol)) return;
  if (PRIVATE_HOST.test(url.hostname)) {
    report(httpMessages.likelyPrivate(title, url.hostname, url.host), value);
  }
}

function phrasesIn(block: Parameters<typeof walkBlock>[0]): readonly Phrase[] {
  const found: Phrase[] = [];
  walkBlock(block, {
    statement(statement) {
      if (statement.kind === "phrase-statement") found.push(statement.phrase);
    },
    expression(expression) {
      if (expression.kind === "phrase") found.push(expression.phrase);
    },
  });
  return found;
}
