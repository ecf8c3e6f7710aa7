import { loadProgram } from "../../src/compile/program.ts";
import type { LoadedProgram } from "../../src/compile/program.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse, registry } from "../compile/run-script.ts";

/** Loads scripts given as path and text. */
export function load(...files: readonly (readonly [path: string, text: string])[]): LoadedProgram {
  const sources = files.map(([path, text]) => new SourceFile(path, text));
  return loadProgram(sources, registry, parse);
}

/** Gives what is said of one script, each as `CODE line:column message (hint) → related place`. */
export function said(text: string): string[] {
  return load(["test.bas", text]).diagnostics.map(render);
}

/** Gives the codes of what is said of one script, with their places. */
export function codes(text: string): string[] {
  return said(text).map((line) => line.split(" ").slice(0, 2).join(" "));
}

function render({ code, message, hint, related, file, span }: Diagnostic): string {
  const places = (related ?? []).map((place) => ` → ${at(place.file, place.span.start)}`);
  const proposal = hint === undefined ? "" : ` (${hint})`;
  return `${code} ${at(file, span.start)} ${message}${proposal}${places.join("")}`;
}

function at(file: SourceFile, offset: number): string {
  const { line, column } = file.position(offset);
  return `${String(line)}:${String(column)}`;
}
