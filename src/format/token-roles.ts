import type { Span } from "../source/span.ts";
import type {
  CallExpression,
  Command,
  ConditionalExpression,
  DimVariable,
  Identifier,
  MethodExpression,
  ObjectMember,
  PhraseExpression,
  Procedure,
  ProcedureCallExpression,
  ScriptTree,
  TableStatement,
} from "../syntax/ast.ts";
import * as tokens from "../syntax/tokens.ts";
import { ERROR_MESSAGE } from "../syntax/word-parser.ts";
import { visitNodes } from "../syntax/visit-nodes.ts";
import { SpanSet } from "./span-set.ts";
import { endOf, isWord, type TokenList } from "./token-list.ts";

/** What tokens are that look the same, by the offsets of their first characters. */
export interface TokenRoles {
  /** Words that name something; all other words are the language's. */
  readonly names: ReadonlySet<number>;
  /** Operators with a value on both sides, not signs. */
  readonly infix: ReadonlySet<number>;
  /** Opening brackets that belong to the word before them. */
  readonly calls: ReadonlySet<number>;
  /** The `:` after the name of an object's member. */
  readonly members: ReadonlySet<number>;
  /** The `:` of `condition ? one : other`. */
  readonly choices: ReadonlySet<number>;
  /** Phrases, which may go on in the next line. */
  readonly phrases: SpanSet;
  /** What is only read over: commands that gbasic does not provide, and declarations. */
  readonly unread: SpanSet;
}

const DECLARED: ReadonlySet<unknown> = new Set(["param", "description"]);

/** Finds out what tokens are by the tree that was made of them. */
export function findRoles(tree: ScriptTree, list: TokenList): TokenRoles {
  return new RoleFinder(tree, list);
}

class RoleFinder implements TokenRoles {
  readonly names = new Set<number>();
  readonly infix = new Set<number>();
  readonly calls = new Set<number>();
  readonly members = new Set<number>();
  readonly choices = new Set<number>();
  readonly phrases: SpanSet;
  readonly unread: SpanSet;
  readonly #phrases: Span[] = [];
  readonly #unread: Span[] = [];
  readonly #list: TokenList;

  constructor(tree: ScriptTree, list: TokenList) {
    this.#list = list;
    // A text is one token, whatever its `${…}` hold.
    const written: Span[] = [];
    visitNodes(tree, (node) => {
      if (list.startsAt(node.start)) written.push(node);
    });
    for (const node of written) this.#visit(node);
    // Whether a word is a name must be known of all of them first.
    for (const node of written) {
      if (isKind<PhraseExpression>(node, "phrase")) this.#bracketOfPhrase(node);
    }
    this.phrases = new SpanSet(this.#phrases);
    this.unread = new SpanSet(this.#unread);
  }

  #visit(node: Span): void {
    if (isIdentifier(node)) this.#identifier(node);
    else if (isProcedure(node)) {
      this.#name(node.nameSpan);
      this.#bracketAfter(node.nameSpan);
    } else if (isMember(node)) this.#member(node);
    else if (isDimVariable(node)) this.#bracketAfter(node.name);
    else if (isCommand(node)) this.#leave(node);
    else if ("pattern" in node) this.#phrases.push(node);
    else this.#visitKind(node);
  }

  #visitKind(node: Span): void {
    if (isKind<CallExpression>(node, "call")) this.#bracketAfter(node.name, node.end);
    else if (isKind<MethodExpression>(node, "method")) this.#bracketAfter(node.method);
    else if (isKind<ProcedureCallExpression>(node, "procedure-call")) this.#procedureCall(node);
    else if (isKind<ConditionalExpression>(node, "conditional")) this.#choice(node);
    else if (isDeclared(node)) this.#leave(node);
    else if (isKind<TableStatement>(node, "table")) this.#table(node);
    else if ("operatorSpan" in node && isSpan(node.operatorSpan)) {
      this.infix.add(node.operatorSpan.start);
    }
  }

  /** ERROR MESSAGE is a name that the language gives. */
  #identifier(name: Identifier): void {
    if (name.text !== ERROR_MESSAGE) this.#name(name);
  }

  #name(span: Span): void {
    for (const { startOffset } of this.#list.inside(span)) this.names.add(startOffset);
  }

  /** @param end where the bracket must end, so that it holds all the arguments */
  #bracketAfter(name: Span, end?: number): void {
    const token = this.#list.from(name.end);
    if (token?.tokenType !== tokens.LeftParenthesis) return;
    const closing = end === undefined ? undefined : this.#list.closing(token.startOffset);
    if (closing === undefined || endOf(closing) === end) this.calls.add(token.startOffset);
  }

  #procedureCall({ procedure, start, end }: ProcedureCallExpression): void {
    const first = this.#list.indexFrom(start);
    const words = this.#list.all.slice(first, first + procedure.split(" ").length);
    const last = words.at(-1);
    if (last === undefined) return;
    const name = { start, end: endOf(last) };
    this.#name(name);
    this.#bracketAfter(name, end);
  }

  #member({ start }: ObjectMember): void {
    const at = this.#list.indexFrom(start);
    const colon = this.#list.all[at + 1];
    this.names.add(start);
    if (colon?.tokenType === tokens.Colon) this.members.add(colon.startOffset);
  }

  #choice({ whenTrue, whenFalse }: ConditionalExpression): void {
    const between = this.#list.inside({ start: whenTrue.end, end: whenFalse.start });
    const colon = between.find(({ tokenType }) => tokenType === tokens.Colon);
    if (colon !== undefined) this.choices.add(colon.startOffset);
  }

  /** What is only read over stays as it is written, also where it goes on in the next line. */
  #leave({ start, end }: Span): void {
    this.#unread.push({ start, end });
    this.#phrases.push({ start, end });
    this.#name({ start, end });
  }

  #table({ start, end }: Span): void {
    this.#unread.push({ start, end });
    this.#name({ start, end });
  }

  /** `GET JSON PATH(o, "a")`: the bracket follows the phrase's words and ends with it. */
  #bracketOfPhrase(phrase: Span): void {
    const inside = this.#list.inside(phrase);
    const at = inside.findIndex(({ tokenType }) => tokenType === tokens.LeftParenthesis);
    const words = inside.slice(0, Math.max(0, at));
    const last = words.at(-1);
    const isPhrase = words.every((token) => isWord(token) && !this.names.has(token.startOffset));
    if (last !== undefined && isPhrase) {
      this.#bracketAfter({ start: phrase.start, end: endOf(last) }, phrase.end);
    }
  }
}

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "start" in value && "end" in value;
}

function isKind<T extends Span & { readonly kind: string }>(
  node: Span,
  kind: T["kind"],
): node is T {
  return "kind" in node && node.kind === kind;
}

function isIdentifier(node: Span): node is Identifier {
  return "key" in node && "text" in node;
}

function isProcedure(node: Span): node is Procedure {
  return "nameSpan" in node;
}

function isMember(node: Span): node is ObjectMember {
  return "key" in node && "value" in node && !("kind" in node);
}

function isDimVariable(node: Span): node is DimVariable {
  return "bounds" in node && "name" in node;
}

function isCommand(node: Span): node is Command {
  return "mentioned" in node;
}

function isDeclared(node: Span): boolean {
  return "kind" in node && DECLARED.has(node.kind);
}
