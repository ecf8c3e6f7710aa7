import type { Report } from "../diagnostics/diagnostic.ts";
import { findAbsentParts } from "./lints/absent-parts.ts";
import { findAmbiguousHeaders } from "./lints/ambiguous-headers.ts";
import { findCallMistakes } from "./lints/call-answers.ts";
import { findBareMethods } from "./lints/bare-methods.ts";
import { findDoubledEquals } from "./lints/doubled-equals.ts";
import { findMissingRecipients } from "./lints/missing-recipients.ts";
import { findMisplacedFailures } from "./lints/failed-message.ts";
import { findHttpMistakes } from "./lints/calls-over-http.ts";
import { findDisregardedOptions } from "./lints/options.ts";
import { findRefusedValues } from "./lints/refused-values.ts";
import { findPayloadMistakes } from "./lints/payload-paths.ts";
import { findWrittenSecrets } from "./lints/secrets.ts";
import { findMixedResponses } from "./lints/response-conventions.ts";
import { findSwallowedChains } from "./lints/swallowed-chains.ts";
import { findTextsAsComments } from "./lints/text-as-comment.ts";
import { findLinesBehindWebhooks } from "./lints/behind-webhook.ts";
import { findMixedWebhookAnswers } from "./lints/webhook-answers.ts";
import { findLimitsWithoutTime } from "./lints/limits-without-time.ts";
import { findRefusedStatuses } from "./lints/refused-statuses.ts";
import { findMailLines } from "./lints/mail-lines.ts";
import { findSilentCalls } from "./lints/silent-calls.ts";
import { findUnsendableByTwilio } from "./lints/through-twilio.ts";
import { findUncoveredQueries } from "./lints/uncovered-queries.ts";
import { findUnescapedTwiml } from "./lints/twiml.ts";
import { findStatementsWithoutCaller } from "./lints/without-caller.ts";
import { findUnusedProcedures } from "./lints/unused-procedures.ts";
import { findUnusedVariables } from "./lints/unused-variables.ts";
import type { LintedScript } from "./lints/linted-script.ts";

/** Looks for one kind of thing that works, but most likely not as it is meant. */
export type Lint = (linted: LintedScript, report: Report) => void;

/** Those that find what fails whenever it runs, beside what only most likely is not meant. */
const OF_ERRORS: readonly Lint[] = [
  findRefusedValues,
  findCallMistakes,
  findStatementsWithoutCaller,
  findHttpMistakes,
  findUnsendableByTwilio,
];

/** All others; each reports one code. */
const OF_WARNINGS: readonly Lint[] = [
  findAmbiguousHeaders,
  findUnusedProcedures,
  findUnusedVariables,
  findMissingRecipients,
  findPayloadMistakes,
  findUnescapedTwiml,
  findWrittenSecrets,
  findMixedResponses,
  findMixedWebhookAnswers,
  findLinesBehindWebhooks,
  findDisregardedOptions,
  findSwallowedChains,
  findBareMethods,
  findDoubledEquals,
  findTextsAsComments,
  findMisplacedFailures,
  findAbsentParts,
  findSilentCalls,
  findMailLines,
  findLimitsWithoutTime,
  findUncoveredQueries,
  findRefusedStatuses,
];

/** How much lints look for: `errors` is what `gbasic serve` would not run. */
export type LintScope = "all" | "errors";

/** Tells of what is most likely not meant. In parts of a script that have errors it may be wrong. */
export function lintScript(linted: LintedScript, report: Report, scope: LintScope = "all"): void {
  const errors: Report = (message, span, details) => {
    if (message.severity === "error") report(message, span, details);
  };
  for (const lint of OF_ERRORS) lint(linted, scope === "errors" ? errors : report);
  if (scope === "all") for (const lint of OF_WARNINGS) lint(linted, report);
}
