import type { ManualEntry } from "./entry.ts";
import type { StructureHelp } from "./structure.ts";

/** Says what the manual has of a word of the structure, or of a clause. */
export function structureEntry(help: StructureHelp): ManualEntry {
  const { titles, forms, summary, raises = [], file, example, request, output = "" } = help;
  return {
    title: titles[0] ?? "",
    names: titles,
    forms,
    aliases: [],
    methods: [],
    summary,
    slots: [],
    gives: undefined,
    object: undefined,
    errors: raises.toSorted(),
    example: { script: example, file, request, output },
  };
}
