import { defineStatement } from "../define.ts";

/** `SET RESPONSE HEADER name TO value`. */
export const setResponseHeader = defineStatement({
  pattern: "SET RESPONSE HEADER <name:text> TO <value:text>",
  also: ["SET RESPONSE HEADER <name:text>, <value:text>"],
  summary: "Sets a header of the response; the last value set for a name counts.",
  example: `ON WEBHOOK POST TO "/twilio/voice" DO
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response><Say>Hello</Say></Response>"
END ON`,
  request: "/twilio/voice -d CallStatus=ringing -w ' as %{content_type}'",
  output: "<Response><Say>Hello</Say></Response> as text/xml",
  raises: ["GB3202", "GB3203", "GB3204"],
  needs: ["response"],
  run: ({ name, value }, { host }) => host.response.setHeader(name, value),
});
