import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";

/** Writes one line for each fix that was made: its place, its code and what it did. */
export function listFixes(fixed: readonly Diagnostic[], verb: "fixed" | "would fix"): string {
  return fixed
    .map(({ file, span, code, fix }) => {
      const { line, column } = file.position(span.start);
      return `${verb} ${file.path}:${line}:${column} ${code}: ${fix?.title ?? ""}\n`;
    })
    .join("");
}

/** Writes what changed in scripts as a patch in the unified format. */
export function patchOf(original: readonly SourceFile[], files: readonly SourceFile[]): string {
  return files
    .flatMap(({ path, text }, index) => {
      const before = original[index];
      if (before === undefined || before.text === text) return [];
      return [
        createTwoFilesPatch(path, path, before.text, text, "", "", {
          context: 2,
          headerOptions: FILE_HEADERS_ONLY,
        }),
      ];
    })
    .join("");
}
