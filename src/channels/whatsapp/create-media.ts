import { mediaMessages } from "../../diagnostics/codes/media.ts";
import { ChannelError } from "../../host/channel.ts";
import type { Configuration } from "../../host/configuration.ts";
import type { MediaChannel, MediaOrigin } from "../../host/media.ts";
import { PROVIDER_TITLES, type WhatsAppProvider } from "../../host/whatsapp/providers.ts";
import { firstProvider, sendingAccess } from "./sending-access.ts";
import { createSimulatedMedia } from "./simulated-media.ts";

/**
 * Makes what fetches the files of messages, each from the provider that brought it; a token alone is
 * enough for that. What came through one whose token is missing is simulated.
 */
export function createMedia(configuration: Configuration): MediaChannel {
  const made = new Map<WhatsAppProvider, Promise<MediaChannel>>();
  const channelOf = (origin: MediaOrigin | undefined) => {
    const provider = providerOf(configuration, origin);
    const channel = made.get(provider) ?? createFor(configuration, provider);
    made.set(provider, channel);
    return channel;
  };
  return {
    mode: isLive(configuration, firstProvider(configuration)) ? "live" : "simulated",
    download: async (id, signal, origin) => (await channelOf(origin)).download(id, signal, origin),
  };
}

/** Of a message that nobody vouches for it is not known who brought it. */
function providerOf(
  configuration: Configuration,
  origin: MediaOrigin | undefined,
): WhatsAppProvider {
  const first = firstProvider(configuration);
  const provider = origin?.provider;
  const isKnown = provider !== undefined && configuration.whatsapp.providers.includes(provider);
  return isKnown ? provider : first;
}

function isLive(configuration: Configuration, provider: WhatsAppProvider): boolean {
  const { apiUrl, accessToken } = sendingAccess(configuration, provider);
  return apiUrl !== undefined && accessToken !== undefined && provider !== "whatsable";
}

async function createFor(
  configuration: Configuration,
  provider: WhatsAppProvider,
): Promise<MediaChannel> {
  const { apiUrl, accessToken } = sendingAccess(configuration, provider);
  if (apiUrl === undefined || accessToken === undefined) return createSimulatedMedia();
  if (provider === "whatsable") {
    const message = mediaMessages.noMediaIds(PROVIDER_TITLES[provider]);
    const refuse = () => Promise.reject(new ChannelError(message, "permanent"));
    return { mode: "live", download: refuse };
  }
  const { createCloudApiMedia } = await import("./media-download.ts");
  return createCloudApiMedia({ apiUrl, accessToken, limit: configuration.whatsapp.mediaLimit });
}
