import { expect, test } from "vitest";
import { makeFolder, serveScript } from "./served-scripts.ts";

/** Takes long: about as many steps as the limit of the test allows, then fails. */
const SLOW = `
ON WEBHOOK GET TO "/body" OPEN DO
  WHILE TRUE
  WEND
END ON
ON WEBHOOK GET TO "/sub" OPEN DO
  SPIN(1)
END ON
ON WEBHOOK GET TO "/function" OPEN DO
  PRINT 1 + ENDLESS(1)
END ON
ON WEBHOOK GET TO "/function-in-loop" OPEN DO
  FOR I = 1 TO 2
    X = 1 + ENDLESS(1)
  NEXT
END ON
ON WEBHOOK GET TO "/recursion" OPEN DO
  PRINT 1 + FIB(60)
END ON
ON WEBHOOK GET TO "/recursion-in-loop" OPEN DO
  FOR I = 1 TO 2
    X = 1 + FIB(60)
  NEXT
END ON
ON WEBHOOK GET TO "/recursion-in-sub" OPEN DO
  SUM(60)
END ON
ON WEBHOOK GET TO "/fast" OPEN DO
  PRINT FIB(5)
END ON
SUB SPIN(N)
  WHILE TRUE
  WEND
END SUB
SUB SUM(N)
  X = FIB(N) + FIB(N)
END SUB
FUNCTION ENDLESS(N)
  DO
  LOOP
END FUNCTION
FUNCTION FIB(N)
  IF N < 2 THEN RETURN N
  RETURN FIB(N - 1) + FIB(N - 2)
END FUNCTION
`;

test.each([
  "/body",
  "/sub",
  "/function",
  "/function-in-loop",
  "/recursion",
  "/recursion-in-loop",
  "/recursion-in-sub",
])("while %s takes long, other requests are answered", async (path) => {
  const { url } = await serveScript(await makeFolder(), SLOW, {
    GBASIC_MAX_STEPS: "off",
    GBASIC_TIMEOUT: "1",
  });
  const ended: string[] = [];
  const slow = fetch(url + path).then(async (response) => {
    ended.push("slow");
    return [response.status, await response.text()];
  });
  for (let count = 1; count <= 3; count++) {
    const response = await fetch(`${url}/fast`);
    expect([response.status, await response.text()]).toEqual([200, "5"]);
    ended.push(`fast ${count}`);
  }
  expect(await slow).toEqual([500, expect.stringContaining("GB4201")]);
  expect(ended).toEqual(["fast 1", "fast 2", "fast 3", "slow"]);
});
