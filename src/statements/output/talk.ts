import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../define.ts";

/** `TALK text`: answers the sender of an SMS; elsewhere nobody talks, so what is said goes to the log. */
export const talk = defineStatement({
  pattern: "TALK <message:any>",
  summary:
    "Says a text in a conversation of General Bots. In ON SMS it is a message to the sender; any other webhook has no conversation, so the text is written to the log.",
  example: `TALK "The order is on its way"`,
  output: "script.bas:1 The order is on its way",
  needs: ["log", "conversation"],
  run: ({ message }, { host, place }) => {
    const text = toText(message);
    if (!host.conversation.say(text)) host.log.write(text, undefined, place);
  },
});

/** `BEGIN TALK … END TALK`: a text of several lines for TALK. */
export const beginTalk = defineStatement({
  pattern: "BEGIN TALK <lines:lines>",
  summary:
    "Says the text on the lines up to END TALK as TALK does. ${…} puts a value in; nothing else has a meaning there.",
  example: `LET NAME$ = "Ana"
BEGIN TALK
Hello \${NAME$},

it's "on its way". # 1
END TALK`,
  output: `script.bas:2 Hello Ana,

  it's "on its way". # 1`,
  needs: ["log", "conversation"],
  run: ({ lines }, { host, place }) => {
    const text = lines.join("\n");
    if (!host.conversation.say(text)) host.log.write(text, undefined, place);
  },
});
