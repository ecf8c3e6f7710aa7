import { renderDiagnostic } from "../diagnostics/render.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { visible } from "../diagnostics/visible.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { CallFrame } from "./error.ts";

/** What of an error can be shown: a BasicError, or a ChannelError, which has no place. */
export interface ShownError {
  readonly detail: Message;
  readonly file?: SourceFile | undefined;
  readonly span?: Span | undefined;
  readonly frames?: readonly CallFrame[];
}

const SHOWN_FRAMES = 20;

/**
 * Renders an error of a script for a terminal or a log: message, place with excerpt, hint, and the
 * calls of SUBs and FUNCTIONs that led there, innermost first.
 */
export function renderError(error: ShownError): string {
  return [renderPlace(error), ...renderFrames(error.frames ?? [])].join("\n");
}

function renderPlace({ detail, file, span }: ShownError): string {
  if (file !== undefined && span !== undefined) return renderDiagnostic({ ...detail, file, span });
  const head = `${detail.severity} ${detail.code}: ${visible(detail.message)}`;
  return detail.hint === undefined ? head : `${head}\n  hint: ${visible(detail.hint)}`;
}

function renderFrames(frames: readonly CallFrame[]): string[] {
  const lines = frames.slice(0, SHOWN_FRAMES).map(({ name, file, span }) => {
    const { line, column } = file.position(span.start);
    return `  in ${visible(name)}, from ${visible(file.path)}:${line}:${column}`;
  });
  const hidden = frames.length - lines.length;
  return hidden > 0 ? [...lines, `  and ${hidden} calls more`] : lines;
}
