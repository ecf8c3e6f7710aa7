import type { Block } from "../syntax/ast.ts";
import { compileAssignment } from "./assignment.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";

/**
 * Compiles the CONSTs of a body. They get their values before its first statement runs, in their
 * order, so that a SUB finds them wherever it is called from.
 */
export function compileConstants(block: Block, context: BodyContext): readonly StatementCode[] {
  const constants = block.flatMap((one) => (one.kind === "const" ? one.constants : []));
  return constants.map(({ name, value, ...span }) => {
    const target = { kind: "name", name, start: name.start, end: name.end } as const;
    return compileAssignment({ kind: "assignment", target, value, ...span }, context);
  });
}
