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

/** One change of a text: what stands in the span gives way to the text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Changes that mend a finding and leave what the script does as it was meant. */
export interface Fix {
  /** What it does, as in "puts the parameters in brackets". */
  readonly title: string;
  /** In the order of the source, without overlaps, all in the file of the finding. */
  readonly edits: readonly Edit[];
}

/** What may belong to a finding beside its message and its place. */
export interface FindingDetails {
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
  /** True where the place in the source is a secret, which is not to be shown. */
  readonly conceals?: boolean;
}

/** A message with its place in a script. */
export interface Diagnostic extends Message, FindingDetails {
  readonly file: SourceFile;
  readonly span: Span;
}

/** Receives diagnostics in the order in which they are found. */
export type Report = (message: Message, span: Span, details?: FindingDetails) => void;
