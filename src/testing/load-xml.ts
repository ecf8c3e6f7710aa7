import type * as Xml from "@xmldom/xmldom";

/** Gives the library for XML, loaded when it is first asked for: most runs of tests have no use for it. */
export function loadXml(): typeof Xml {
  const { createRequire } = process.getBuiltinModule("node:module");
  const load: (name: string) => typeof Xml = createRequire(import.meta.url);
  return load("@xmldom/xmldom");
}
