import { defineFunction } from "../define.ts";

export const uuid = defineFunction({
  name: "UUID$",
  aliases: ["GUID"],
  parameters: [],
  returns: "text",
  summary: "Makes a new unique id.",
  example: `LEN(UUID())  ' 36`,
  needs: ["random"],
  run: ({ host }) => host.random.uuid(),
});
