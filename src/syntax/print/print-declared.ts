import type { DeclaredStatement, ParamStatement, TableStatement } from "../ast-declared.ts";
import { printText } from "./print-literal.ts";
import { atLeast, PRIMARY, type Print } from "./printed.ts";

/** Writes a statement that only says something of the script. */
export function printDeclared(statement: DeclaredStatement, print: Print): string {
  switch (statement.kind) {
    case "param":
      return printParam(statement, print);
    case "description":
      return `DESCRIPTION ${printText(statement.text.text)}`;
    case "table":
      return printTable(statement);
  }
}

function printParam(param: ParamStatement, print: Print): string {
  const { names, type, options, example, description, value } = param;
  const parts = [`PARAM ${names.map(({ text }) => text).join(", ")}`];
  const choices = options.map(({ text }) => printText(text)).join(", ");
  if (type !== undefined) parts.push(`AS ${type.text}`);
  else if (choices !== "") parts.push(`AS ${choices}`);
  if (type !== undefined && choices !== "") parts.push(`ENUM [${choices}]`);
  if (example !== undefined) parts.push(`LIKE ${printText(example.text)}`);
  if (description !== undefined) parts.push(`DESCRIPTION ${printText(description.text)}`);
  if (value !== undefined) parts.push(`DEFAULT ${atLeast(print(value), PRIMARY).text}`);
  else if (!param.required) parts.push("OPTIONAL");
  return parts.join(" ");
}

function printTable({ name, where, lines }: TableStatement): string {
  const title = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name.text) ? name.text : printText(name.text);
  const head = where === undefined ? `TABLE ${title}` : `TABLE ${title} ${where.text}`;
  return [head, ...lines.map(({ text }) => text), "END TABLE"].join("\n");
}
