/** Functions that other languages keep under a name: `Math.floor(x)` is `FLOOR(x)`. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["JSON.STRINGIFY", "JSON"],
  ["JSON.PARSE", "PARSEJSON"],
  ["MATH.TRUNC", "FIX"],
  ["MATH.RANDOM", "RND"],
  ...["ABS", "CEIL", "EXP", "FLOOR", "LOG", "MAX", "MIN", "POW", "ROUND", "SIGN", "SQRT"].map(
    (name) => [`MATH.${name}`, name] as const,
  ),
]);

/**
 * Finds the function that is called as a member of a name.
 * @param name the name before the dot, upper case, as is the member
 * @returns the name of the function; undefined where there is none
 */
export function namespacedFunction(name: string, member: string): string | undefined {
  return FUNCTIONS.get(`${name}.${member}`);
}
