import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { guideListings } from "../../guide/listings.ts";
import { codes, said } from "../diagnostics.ts";

test.each(globSync("scripts/*.bas").filter((path) => !path.endsWith(".test.bas")))(
  "nothing is said of %s",
  (path) => {
    expect(codes(readFileSync(path, "utf8"))).toEqual([]);
  },
);

const listings = guideListings();
describe.skipIf(listings === undefined)("the listings of the webhook guide", () => {
  test("nothing is said of the voice handlers", () => {
    expect(codes(listings?.[0] ?? "")).toEqual([]);
  });

  test("the WhatsApp handler answers nobody who hides the number", () => {
    expect(said(listings?.[1] ?? "")).toEqual([
      'GB2503 29:18 FROM$ can be null here, and then SEND WHATSAPP sends nothing (people can hide their number; where it is null, take GET JSON PATH MESSAGE, "from_user_id" in line 12) → 12:13',
    ]);
  });
});
