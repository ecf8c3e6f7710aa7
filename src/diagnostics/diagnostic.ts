import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";

/** An error keeps a script from running; a warning and an info do not. */
export type Severity = "error" | "warning" | "info";

/** `GB` and four digits: 1xxx syntax, 2xxx names and types, 3xxx run time, 4xxx host, 5xxx configuration. */
export type DiagnosticCode = `GB${number}`;

/** What a message says, before it has a place. One entry of the code tables makes one of these. */
export interface Message {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  /** What to type instead, or where to look; absent where the message says it all. */
  readonly hint?: string;
}

/** A second place that explains the first, such as the earlier of two equal routes. */
export interface RelatedPlace {
  readonly file: SourceFile;
  readonly span: Span;
  readonly message: string;
}

/** A message with its place in a script. */
export interface Diagnostic extends Message {
  readonly file: SourceFile;
  readonly span: Span;
  readonly related?: readonly RelatedPlace[];
}

/** Receives diagnostics in the order in which they are found. */
export type Report = (message: Message, span: Span, related?: readonly RelatedPlace[]) => void;
