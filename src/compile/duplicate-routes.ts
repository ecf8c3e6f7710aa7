import type { CheckedScript } from "../check/script.ts";
import { nameMessages } from "../diagnostics/codes/names.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { WebhookDeclaration } from "../host/handler.ts";

/**
 * Reports handlers that listen on the same route as an earlier one, in one file or in two. Names of
 * path parameters and a slash at the end make no difference, as requests cannot tell them apart.
 */
export function checkRoutes(scripts: readonly CheckedScript[], diagnostics: Diagnostic[]): void {
  const seen = new Map<string, RelatedPlace>();
  for (const { file, handlers } of scripts) {
    for (const { declaration, source } of handlers) {
      const route = `${declaration.method} ${declaration.path}`;
      const shape = shapeOf(declaration);
      const { start, end } = source.phrase;
      const place = { file, span: { start, end } };
      const first = seen.get(shape);
      if (first !== undefined) {
        diagnostics.push({ ...nameMessages.sameRoute(route), ...place, related: [first] });
      } else {
        seen.set(shape, { ...place, message: nameMessages.routeIsHere(route) });
      }
    }
  }
}

function shapeOf({ method, path }: WebhookDeclaration): string {
  const segments = path.split("/").map((segment) => (/^:./.test(segment) ? ":" : segment));
  if (segments.length > 2 && segments.at(-1) === "") segments.pop();
  return `${method} ${segments.join("/")}`;
}
