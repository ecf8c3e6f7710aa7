import { signingMessages } from "../../diagnostics/codes/signing.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { LintedScript } from "./linted-script.ts";

/** The methods whose requests have no body, or mostly none. */
const WITHOUT_BODY: ReadonlySet<string> = new Set(["GET", "HEAD", "DELETE", "OPTIONS"]);

/** Warns of signatures of the body at handlers for requests that have none: the query is not signed. */
export function findUncoveredQueries({ script }: LintedScript, report: Report): void {
  for (const { declaration, source } of script.handlers) {
    if (declaration.kind !== "webhook" || !WITHOUT_BODY.has(declaration.method)) continue;
    const { verification, method } = declaration;
    if (typeof verification === "string") continue;
    const { slots } = source.phrase;
    const span = slots.get("scheme") ?? source.phrase;
    const written = slots.get("method");
    const { title, form, tolerance } = verification;
    const isService = title !== "HMAC";
    const seconds = form === "plain" ? undefined : tolerance;
    const message = signingMessages.queryUnsigned({ title, method, seconds, isService });
    const edits = written === undefined ? [] : [{ span: written, text: "POST" }];
    const fix = { title: signingMessages.postFix, edits };
    report(message, span, isService && edits.length > 0 ? { fix } : {});
  }
}
