import { warning } from "../message.ts";

/** GB250x: what works, but most likely not as it is meant. */
export const lintMessages = {
  unusedProcedure: (kind: "SUB" | "FUNCTION", name: string) =>
    warning(
      "GB2501",
      `the ${kind} ${name} is never used`,
      `remove it, or call it by its name: ${kind === "SUB" ? name : `PRINT ${name}(…)`}`,
    ),
};
