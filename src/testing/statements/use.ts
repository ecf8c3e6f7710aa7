import { defineStatement } from "../../statements/define.ts";

/** `USE "path.bas"`: names a script that is tested; read before anything runs. */
export const use = defineStatement({
  pattern: "USE <path:constant>",
  summary:
    "Names a script that the tests of this file are about, from the folder of the file. Without it that is the script with the same name.",
  example: `USE "bot.bas"

TEST "a greeting is answered"
  RECEIVE WHATSAPP TEXT "hello"
  EXPECT SENT WHATSAPP CONTAINING "hello"
END TEST`,
  raises: ["GB2602", "GB2604"],
  run: () => {},
});
