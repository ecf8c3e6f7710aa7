import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { ChannelError, type LanguageModel } from "../../host/channel.ts";

/** Makes a language model that needs no endpoint: it echoes the prompt and says so. */
export function createSimulatedModel(): LanguageModel {
  return {
    mode: "simulated",
    complete: (prompt, signal) =>
      signal.aborted
        ? Promise.reject(
            new ChannelError(
              channelMessages.modelUnreachable("stopped before it was sent"),
              "retry",
            ),
          )
        : Promise.resolve(`[simulated answer, set LLM_URL and LLM_MODEL for a real one] ${prompt}`),
  };
}
