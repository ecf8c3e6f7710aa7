/**
 * Makes a test for addresses from a pattern, in which `*` stands for anything: `https://shop.example/*`.
 * Without `*` it is the very address, whatever the case of its host.
 */
export function urlPattern(pattern: string): (url: string) => boolean {
  const wanted = pattern.trim();
  if (!wanted.includes("*")) {
    const address = URL.parse(wanted)?.href ?? wanted;
    return (url) => url === address;
  }
  const parts = wanted.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  // A `*` reaches as far as it must and no further, so that many of them take no longer than one.
  const expression = new RegExp(`^${parts.join("[^]*?")}$`, "i");
  return (url) => expression.test(url);
}
