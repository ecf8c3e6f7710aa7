import { mediaMessages } from "../../diagnostics/codes/media.ts";
import { ChannelError } from "../../host/channel.ts";

/** Twilio's API, in any region. */
const API_HOST = /^api(?:\.[a-z0-9-]+){0,2}\.twilio\.com$/;
/** Source: https://www.twilio.com/docs/messaging/api/media-resource, read on 2026-11-26. */
const FILE_PATH = /^\/2010-04-01\/Accounts\/AC\w+\/Messages\/\w+\/Media\/\w+$/;

/**
 * Reads the address of a file as Twilio gives it.
 * @param apiUrl Twilio's API, which may be another one than Twilio's own
 * @throws ChannelError permanent, GB4786 for any other address: it would be handed the token
 */
export function readTwilioMediaAddress(written: string, apiUrl: string): string {
  const url = URL.parse(written.trim());
  const own = URL.parse(apiUrl);
  const isApi = url?.protocol === "https:" && url.port === "" && API_HOST.test(url.hostname);
  const isOwn = url !== null && url.origin === own?.origin;
  if (url === null || !(isApi || isOwn) || !FILE_PATH.test(url.pathname)) {
    throw new ChannelError(mediaMessages.noTwilioMedia(written), "permanent");
  }
  return url.href;
}
