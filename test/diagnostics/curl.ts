/**
 * Makes the request of a curl command.
 * @param command what is typed after `curl`: the address, then `-X`, `-H`, `-d` and `-w` with their
 *   values
 * @returns the body of the response, then what `-w` asks for
 */
export async function curl(command: string): Promise<string> {
  const [address = "", ...options] = wordsOf(command);
  const headers: [string, string][] = [];
  const data: string[] = [];
  let method: string | undefined;
  let afterwards = "";
  for (let at = 0; at < options.length; at += 2) {
    const [option, value = ""] = [options[at], options[at + 1]];
    const colon = value.indexOf(":");
    if (option === "-X") method = value;
    else if (option === "-d") data.push(value);
    else if (option === "-H") headers.push([value.slice(0, colon), value.slice(colon + 1).trim()]);
    else if (option === "-w") afterwards = value;
    else throw new Error(`curl ${String(option)} is not known here`);
  }
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(address, {
    method: method ?? (data.length > 0 ? "POST" : "GET"),
    headers: { ...(data.length > 0 ? form : {}), ...lowerCased(headers) },
    ...(data.length > 0 ? { body: data.join("&") } : {}),
  });
  return (await response.text()) + fillIn(afterwards, response);
}

function fillIn(written: string, { status, headers }: Response): string {
  return written
    .replaceAll("%{http_code}", String(status))
    .replaceAll("%{content_type}", headers.get("content-type") ?? "");
}

function lowerCased(headers: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
}

/** Splits at blanks outside of single quotes. */
function wordsOf(command: string): string[] {
  return (command.match(/(?:'[^']*'|[^\s'])+/g) ?? []).map((word) => word.replaceAll("'", ""));
}
