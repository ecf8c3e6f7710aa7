import { expect, it } from "vitest";
import { requestOf } from "../requests.ts";
import { type Body, scriptOf, startFixture } from "./fixture.ts";

it("a system prompt goes with each later prompt of its run, and with no other run's", async () => {
  const handler: Body = async ({ host, signal }) => {
    await host.model.complete("one", signal);
    host.systemPrompt.set("be brief");
    await host.model.complete("two", signal);
    host.systemPrompt.set("");
    return host.model.complete("three", signal);
  };
  const fixture = await startFixture({ script: scriptOf({ handler }) });
  const told: (string | undefined)[] = [];
  fixture.channels.complete = async (prompt, system) => {
    told.push(`${prompt}: ${system ?? "nothing"}`);
    return "well";
  };
  await fixture.handle(requestOf("{}"));
  await fixture.handle(requestOf("{}"));
  const once = ["one: nothing", "two: be brief", "three: nothing"];
  expect(told).toEqual([...once, ...once]);
});
