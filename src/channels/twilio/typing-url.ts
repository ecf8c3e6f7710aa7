/**
 * Gives where Twilio's API for messaging is.
 * @param apiUrl that of messages and calls; where it is none of Twilio's own, both are there
 */
export function typingUrl(apiUrl: string): string {
  const url = new URL(`${apiUrl}/v2/Indicators/Typing.json`);
  // A region and an edge may stand between: api.dublin.ie1.twilio.com.
  url.hostname = url.hostname.replace(/^api\.(?=(?:[\w-]+\.){0,2}twilio\.com$)/, "messaging.");
  return url.href;
}
