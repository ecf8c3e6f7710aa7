import { parseArgs } from "node:util";

/**
 * Reads whole numbers from the command line, such as `--rounds 5`.
 * @param defaults the name of each option with the number it has where it is not given
 */
export function numberOptions<const Name extends string>(
  defaults: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> {
  const names = Object.keys(defaults);
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  });
  const given = { ...defaults };
  for (const [name, text] of Object.entries(values)) {
    if (!/^\d+$/.test(String(text))) throw new Error(`--${name} needs a whole number`);
    Object.assign(given, { [name]: Number(text) });
  }
  return given;
}
