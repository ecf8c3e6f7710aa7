import type { Declaration, Procedure, ScriptTree, Statement, UnservedHandler } from "../ast.ts";
import { sigilOf } from "../sigil.ts";
import { printPhrase } from "./print-phrase.ts";
import { StatementPrinter } from "./print-statement.ts";

/**
 * Writes a tree as a script in gbasic's style, which parses to the same tree. What a tree does not
 * hold is not there: comments, blank lines, how a text or number was written.
 * @param tree a whole script, parsed or made by a program
 * @returns the text with a line end after each line; "" for an empty script
 * @throws Error where the tree has parts that could not be read
 */
export function printScript(tree: ScriptTree): string {
  const procedures = new Map(tree.procedures.map((procedure) => [procedure.key, procedure]));
  const printer = new StatementPrinter(procedures);
  let before: Part | undefined;
  for (const part of partsInOrder(tree)) {
    const apart = before !== undefined && (isSection(before) || isSection(part));
    if (apart) printer.line("");
    printPart(part, printer);
    before = part;
  }
  return printer.lines.map((line) => `${line}\n`).join("");
}

type Part = Statement | Procedure | Declaration | UnservedHandler;
type Section = Procedure | Declaration | UnservedHandler;

function partsInOrder({ body, declarations, unserved, procedures }: ScriptTree): Part[] {
  const parts: Part[] = [...body, ...declarations, ...unserved, ...procedures];
  return parts.sort((one, other) => one.start - other.start);
}

function isSection(part: Part): part is Section {
  if (!("body" in part)) return false;
  return "phrase" in part || "key" in part || ("command" in part && !("kind" in part));
}

function printPart(part: Part, printer: StatementPrinter): void {
  if (!isSection(part)) printer.statement(part);
  else if ("phrase" in part) {
    printer.line(printPhrase(part.phrase, 0, printer.print).text);
    if (part.wholeFile === true) {
      for (const statement of part.body) printer.statement(statement);
      return;
    }
    printer.block(part.body);
    printer.line(`END ${part.phrase.entry.block ?? "ON"}`);
  } else if ("command" in part) printer.command(part);
  else {
    const kind = part.kind.toUpperCase();
    printer.line(`${kind} ${header(part, printer)}`);
    printer.block(part.body.filter((statement) => statement.kind !== "parameter-default"));
    printer.line(`END ${kind}`);
  }
}

/** Brackets say where the name ends, also where there are no parameters after a sigil. */
function header({ displayName, parameters, body }: Procedure, printer: StatementPrinter): string {
  const defaults = body.filter((statement) => statement.kind === "parameter-default");
  const names = parameters.map(({ name, optional }, index) => {
    const value = defaults.find((statement) => statement.index === index);
    if (value !== undefined) return printer.parameter(value);
    return optional ? `OPTIONAL ${name.text}` : name.text;
  });
  const sigils = displayName.split(" ").some((word) => sigilOf(word) !== undefined);
  return names.length > 0 || sigils ? `${displayName}(${names.join(", ")})` : displayName;
}
