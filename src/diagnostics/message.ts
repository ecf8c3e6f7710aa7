import type { DiagnosticCode, Message, Severity } from "./diagnostic.ts";

/** Makes a message that keeps the script or the command from going on. */
export function error(code: DiagnosticCode, text: string, hint?: string): Message {
  return message("error", code, text, hint);
}

/** Makes a message about what is most likely a mistake; nothing stops because of it. */
export function warning(code: DiagnosticCode, text: string, hint?: string): Message {
  return message("warning", code, text, hint);
}

/** Makes a message about what may be meant as it is. */
export function info(code: DiagnosticCode, text: string, hint?: string): Message {
  return message("info", code, text, hint);
}

function message(
  severity: Severity,
  code: DiagnosticCode,
  text: string,
  hint: string | undefined,
): Message {
  return { code, severity, message: text, ...(hint === undefined ? {} : { hint }) };
}
