const SAMPLE = "-H 'Content-Type: application/json' -d";
const HEADER = `'{"object":"whatsapp_business_account","entry":[{"changes":[{`;

/** Writes what follows curl's address: a delivery with one change. */
export function sampleDelivery(field: string, value: string): string {
  return `/webhooks/whatsapp ${SAMPLE} ${HEADER}"field":"${field}","value":${value}}]}]}'`;
}

/** Writes what follows curl's address: a delivery with one message. @param members of the message, as JSON */
export function sampleMessage(members: string, beside = ""): string {
  return sampleDelivery("messages", `{${beside}"messages":[{${members}}]}`);
}
