import { toNumber } from "../../runtime/value/number.ts";
import { statusProblem } from "../../runtime/value/response-status.ts";
import { defineStatement } from "../define.ts";

/** `SET RESPONSE STATUS TO n`. */
export const setResponseStatus = defineStatement({
  pattern: "SET RESPONSE STATUS TO <status:number>",
  also: ["SET RESPONSE STATUS <status:number>"],
  summary: "Sets the HTTP status of the response, 200 where it is never set.",
  example: `ON WEBHOOK POST TO "/orders" DO
  SET RESPONSE STATUS TO 201
END ON`,
  request: "/orders -d id=7 -w '%{http_code}'",
  output: "201",
  raises: ["GB3201"],
  needs: ["response"],
  checks: { status: (value) => statusProblem(toNumber(value)) },
  run: ({ status }, { host }) => host.response.setStatus(status),
});
