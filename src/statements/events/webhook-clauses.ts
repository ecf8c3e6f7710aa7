const SIGNED = "Meta and Twilio sign what they deliver, and what comes again is known by its id";

function atWebhooks(clause: string): string {
  return `${clause} stands at ON WEBHOOK and WEBHOOK, as LIMIT, FROM, SIGNED BY, OPEN and ONCE PER do; ${SIGNED}`;
}

/** What to say of the clauses of webhooks at handlers for events, by their first words. */
export const WEBHOOK_CLAUSES_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["LIMIT", atWebhooks("LIMIT")],
  [
    "FROM",
    `${atWebhooks("FROM")}. Compare inside who wrote or called, such as IF GET SMS FROM = "+15550001111" THEN`,
  ],
  ["SIGNED", atWebhooks("SIGNED BY")],
  ["OPEN", atWebhooks("OPEN")],
  ["ONCE", atWebhooks("ONCE PER")],
]);
