import type { DiagnosticCode, Message, Severity } from "./diagnostic.ts";

/** A message of which the compiler knows code and severity, so that it can ask for their page. */
export type MessageOf<C extends DiagnosticCode, S extends Severity> = Message & {
  readonly code: C;
  readonly severity: S;
};

/** Makes a message that keeps the script or the command from going on. */
export function error<C extends DiagnosticCode>(
  code: C,
  text: string,
  hint?: string,
): MessageOf<C, "error"> {
  return message("error", code, text, hint);
}

/** Makes a message about what is most likely a mistake; nothing stops because of it. */
export function warning<C extends DiagnosticCode>(
  code: C,
  text: string,
  hint?: string,
): MessageOf<C, "warning"> {
  return message("warning", code, text, hint);
}

/** Makes a message about what may be meant as it is. */
export function info<C extends DiagnosticCode>(
  code: C,
  text: string,
  hint?: string,
): MessageOf<C, "info"> {
  return message("info", code, text, hint);
}

function message<C extends DiagnosticCode, S extends Severity>(
  severity: S,
  code: C,
  text: string,
  hint: string | undefined,
): MessageOf<C, S> {
  return { code, severity, message: text, ...(hint === undefined ? {} : { hint }) };
}
