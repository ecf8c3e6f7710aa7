import { defineStatement } from "../define.ts";
import { languageCheck, numberCheck, spokenCheck } from "./slot-checks.ts";
import { sayVerb, wholeNumber } from "./verb.ts";

const TIMES = { least: 0, most: 1000, what: "times" };

/** `SAY text [IN language] [WITH VOICE voice]`: reads a text out to the caller. */
export const say = defineStatement({
  pattern: "SAY <text:text> { IN <language?:text> | VOICE <voice?:text> | TIMES <times?:number> }",
  summary:
    "Reads a text out to the caller: in a language such as pt-BR, with one of Twilio's voices, TIMES so often; TIMES 0 goes on until the caller hangs up. An empty text says nothing.",
  example: `ON CALL DO
  SAY "Welcome to Ana & Co."
  SAY "Bem-vindo!" IN "pt-BR" WITH VOICE "Polly.Camila"
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Welcome to Ana &amp; Co.</Say><Say voice="Polly.Camila" language="pt-BR">Bem-vindo!</Say></Response>`,
  raises: ["GB4687"],
  needs: ["call"],
  checks: {
    text: spokenCheck("SAY"),
    language: languageCheck("SAY"),
    times: numberCheck("SAY", TIMES),
  },
  run: ({ text, language, voice, times }, { host, place }) => {
    const { attributes, ...spoken } = sayVerb("SAY", { text, language, voice });
    const loop = wholeNumber("SAY", times, TIMES);
    if (text.trim() !== "")
      host.call.add({ ...spoken, attributes: { ...attributes, loop } }, place);
  },
});
