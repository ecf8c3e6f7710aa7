import type {
  AssignmentTarget,
  Block,
  CaseTest,
  Command,
  Expression,
  ParamStatement,
  Phrase,
  ScriptTree,
  SlotValue,
  Statement,
} from "../../src/syntax/ast.ts";

/** Writes an expression in brackets, so that tests see how it was read. */
export function showExpression(expression: Expression): string {
  const show = showExpression;
  switch (expression.kind) {
    case "literal":
      return JSON.stringify(expression.value);
    case "template":
      return `\`${expression.parts.map((part) => (typeof part === "string" ? part : `{${show(part)}}`)).join("")}\``;
    case "name":
      return expression.name.key;
    case "member":
      return `${show(expression.target)}${expression.optional ? "?" : ""}.${expression.property.text}`;
    case "index":
      return `${show(expression.target)}[${show(expression.index)}]`;
    case "call":
      return `${expression.name.key}(${expression.args.map(show).join(", ")})`;
    case "method":
      return `${show(expression.target)}.${expression.method.text}(${expression.args.map(show).join(", ")})`;
    case "procedure-call":
      return `«${expression.procedure}»(${expression.args.map(show).join(", ")})`;
    case "phrase":
      return showPhrase(expression.phrase);
    case "unary":
      return `(${expression.operator} ${show(expression.operand)})`;
    case "binary":
      return `(${show(expression.left)} ${expression.operator} ${show(expression.right)})`;
    case "null-test":
      return `(${show(expression.operand)} IS ${expression.negated ? "NOT " : ""}NULL)`;
    case "conditional":
      return `(${show(expression.condition)} ? ${show(expression.whenTrue)} : ${show(expression.whenFalse)})`;
    case "list":
      return `[${expression.items.map(show).join(", ")}]`;
    case "object":
      return `{${expression.members.map(({ key, value }) => `${key}: ${show(value)}`).join(", ")}}`;
    case "with-subject":
      return "";
    case "command-value":
      return showCommand(expression.command);
    case "broken":
      return "<broken>";
  }
}

/** Writes what gbasic lacks as its title, or its words where nobody knows them. */
function showCommand({ known, statement, words, sets }: Command): string {
  const kind = known === undefined ? (statement === undefined ? "unknown" : "valueless") : "lacks";
  const title = known?.title ?? statement?.title ?? words.map(({ key }) => key).join(" ");
  return `${kind} ${[title, ...sets.map(({ key }) => `sets ${key}`)].join(" ")}`;
}

/** Writes a phrase as its title and slots. */
export function showPhrase({ entry, slots }: Phrase): string {
  const shown = [...slots].map(([name, value]) => `${name}=${showSlot(value)}`);
  return `<${[entry.title, ...shown].join(" | ")}>`;
}

function showSlot(value: SlotValue): string {
  switch (value.kind) {
    case "word":
      return value.word;
    case "rest":
      return value.values.map(showExpression).join(", ");
    case "expression":
      return showExpression(value.value);
  }
}

/** Writes a statement on one line, blocks in braces. */
export function showStatement(statement: Statement): string {
  const show = showExpression;
  switch (statement.kind) {
    case "assignment":
      return `${showTarget(statement.target)} := ${show(statement.value)}`;
    case "with": {
      const value = statement.value === undefined ? "" : ` = ${show(statement.value)}`;
      return `with ${showTarget(statement.target)}${value} ${showBlock(statement.body)}`;
    }
    case "parameter-default":
      return `${statement.name.key} ?= ${show(statement.value)}`;
    case "dim":
      return `dim ${statement.variables.map(({ name, bounds, value }) => `${name.key}(${bounds.map(show).join(", ")})${value === undefined ? "" : ` := ${show(value)}`}`).join(", ")}`;
    case "const":
      return `const ${statement.constants.map(({ name, value }) => `${name.key} := ${show(value)}`).join(", ")}`;
    case "include":
      return `include ${statement.path.text}`;
    case "if":
      return [
        ...statement.branches.map(
          ({ condition, body }) => `if ${show(condition)} ${showBlock(body)}`,
        ),
        ...(statement.otherwise === undefined ? [] : [`else ${showBlock(statement.otherwise)}`]),
      ].join(" ");
    case "for": {
      const step = statement.step === undefined ? "" : ` step ${show(statement.step)}`;
      return `for ${statement.variable.key} = ${show(statement.from)} to ${show(statement.to)}${step} ${showBlock(statement.body)}`;
    }
    case "for-each": {
      const last = statement.last === undefined ? "" : ` last ${show(statement.last)}`;
      const key = statement.keyVariable === undefined ? "" : `${statement.keyVariable.key}, `;
      return `each ${key}${statement.variable.key} in ${show(statement.list)}${last} ${showBlock(statement.body)}`;
    }
    case "while":
      return `while ${show(statement.condition)} ${showBlock(statement.body)}`;
    case "do": {
      const { before, after } = statement;
      const test = (loop: typeof before) =>
        loop === undefined ? "" : ` ${loop.until ? "until" : "while"} ${show(loop.condition)}`;
      return `do${test(before)} ${showBlock(statement.body)}${test(after)}`;
    }
    case "select":
      return `select ${show(statement.subject)} ${statement.cases.map(({ tests, body }) => `case ${tests.map(showTest).join(", ")} ${showBlock(body)}`).join(" ")}${statement.otherwise === undefined ? "" : ` else ${showBlock(statement.otherwise)}`}`;
    case "try": {
      const { handler, cleanup } = statement;
      const parts = [
        `try ${showBlock(statement.body)}`,
        ...(handler ? [`catch ${handler.variable?.key ?? "-"} ${showBlock(handler.body)}`] : []),
        ...(cleanup ? [`finally ${showBlock(cleanup)}`] : []),
      ];
      return parts.join(" ");
    }
    case "value":
      return show(statement.value);
    case "throw":
      return `throw ${show(statement.value)}`;
    case "label":
      return `${statement.label.key}:`;
    case "goto":
    case "gosub":
      return `${statement.kind} ${statement.label.key}`;
    case "on-error":
      return `on error ${statement.label?.key ?? statement.action}`;
    case "resume":
      return `resume ${statement.label?.key ?? statement.where}`;
    case "clear-error":
      return "clear error";
    case "exit":
      return `exit ${statement.what}`;
    case "continue":
      return "continue";
    case "return":
      return statement.value === undefined ? "return" : `return ${show(statement.value)}`;
    case "call-statement":
      return `call ${show(statement.call)}`;
    case "spawn":
      return `spawn ${show(statement.call)}`;
    case "phrase-statement":
      return showPhrase(statement.phrase);
    case "command": {
      const body = statement.body === undefined ? "" : ` ${showBlock(statement.body)}`;
      return `${showCommand(statement.command)}${body}`;
    }
    case "param":
      return showParam(statement);
    case "description":
      return `description ${JSON.stringify(statement.text.text)}`;
    case "table": {
      const lines = statement.lines.map(({ column, text }) =>
        column === undefined ? text : `${column.name}: ${column.definition}`,
      );
      const where = statement.where === undefined ? [] : [statement.where.text];
      return ["table", statement.name.text, [...where, ...lines].join(" | ")].join(" ");
    }
    case "broken":
      return "<broken>";
  }
}

function showTarget(target: AssignmentTarget | Expression): string {
  return target.kind === "field" ? `field ${target.name.text}` : showExpression(target);
}

function showParam(param: ParamStatement): string {
  const parts = [`param ${param.names.map(({ key }) => key).join(", ")}`];
  if (param.type !== undefined) parts.push(`as ${param.type.text}`);
  if (param.example !== undefined) parts.push(`like ${JSON.stringify(param.example.text)}`);
  if (param.description !== undefined) parts.push(JSON.stringify(param.description.text));
  if (param.options.length > 0) parts.push(`of ${param.options.map(({ text }) => text).join("/")}`);
  if (param.value !== undefined) parts.push(`default ${showExpression(param.value)}`);
  return [...parts, param.required ? "required" : "optional"].join(" ");
}

function showTest(test: CaseTest): string {
  if (test.kind === "equals") return showExpression(test.value);
  if (test.kind === "compare") return `is ${test.operator} ${showExpression(test.value)}`;
  return `${showExpression(test.from)} to ${showExpression(test.to)}`;
}

export function showBlock(block: Block): string {
  return `{ ${block.map(showStatement).join("; ")} }`;
}

/** Writes a whole script, one part a line. */
export function showTree(tree: ScriptTree): string[] {
  return [
    ...tree.body.map(showStatement),
    ...tree.unserved.map(({ command, body }) => `${showCommand(command)} ${showBlock(body ?? [])}`),
    ...tree.declarations.map(({ phrase, body }) => `on ${showPhrase(phrase)} ${showBlock(body)}`),
    ...tree.procedures.map(
      ({ kind, key, sigil, parameters, body }) =>
        `${kind} ${key}${sigil ?? ""}(${parameters.map(({ name }) => name.key).join(", ")}) ${showBlock(body)}`,
    ),
  ];
}
