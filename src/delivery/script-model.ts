import { ChannelError } from "../host/channel.ts";
import type { LanguageModel } from "../host/channel.ts";
import { BasicError } from "../runtime/error.ts";

/**
 * Makes the language model as scripts see it: what it raises is an error of the script, and so gets
 * the line that called it; the ChannelError is its cause.
 */
export function createScriptModel(model: LanguageModel): LanguageModel {
  return {
    mode: model.mode,
    complete: async (prompt, signal) => {
      try {
        return await model.complete(prompt, signal);
      } catch (error) {
        if (error instanceof ChannelError) throw new BasicError(error.detail, { cause: error });
        throw error;
      }
    },
  };
}
