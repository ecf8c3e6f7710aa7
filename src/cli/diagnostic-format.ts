/** The ways in which `gbasic check` can write what it found. */
export const DIAGNOSTIC_FORMATS = ["text", "json", "github", "sarif"] as const;

/** How `gbasic check` writes what it found. */
export type DiagnosticFormat = (typeof DIAGNOSTIC_FORMATS)[number];
