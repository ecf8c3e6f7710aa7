import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const GUIDE = resolve("../shared/seeds/000_684e4b2742139664.txt");

/** The `basic` listings of the webhook guide as they stand; undefined where it is not at hand. */
export function guideListings(): readonly string[] | undefined {
  if (!existsSync(GUIDE)) {
    console.warn(`SKIPPED: the webhook guide is not at ${GUIDE}; its handlers are not tested`);
    return undefined;
  }
  const text = readFileSync(GUIDE, "utf8");
  return [...text.matchAll(/^```basic\n([\s\S]*?)^```/gm)].map(([, listing = ""]) => listing);
}

/** The guide's sample payload of an incoming message. */
export function guidePayload(): string {
  const text = readFileSync(GUIDE, "utf8");
  const [, payload = ""] =
    /### Message Payload Structure[\s\S]*?```json\n([\s\S]*?)```/.exec(text) ?? [];
  return payload;
}

/** The headers and body of one of the guide's `curl` samples, by the path it posts to. */
export function guideCurl(path: string): { headers: Record<string, string>; body: string } {
  const text = readFileSync(GUIDE, "utf8");
  const command = [...text.matchAll(/```bash\n(curl [\s\S]*?)```/g)]
    .map(([, sample = ""]) => sample)
    .find((sample) => sample.includes(`https://your-domain.com${path}'`));
  if (command === undefined) throw new Error(`the guide has no curl sample for ${path}`);
  const headers = [...command.matchAll(/-H '([^:']+): ([^']*)'/g)].map(
    ([, name = "", value = ""]) => [name, value] as const,
  );
  const [, body = ""] = /-d '([\s\S]*)'\s*$/.exec(command) ?? [];
  return { headers: Object.fromEntries(headers), body };
}
