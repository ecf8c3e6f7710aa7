import { z } from "zod";
import { mailVariables, modelVariables, twilioVariables } from "./channel-variables.ts";
import { httpVariables } from "./http-variables.ts";
import { limitsVariables } from "./limit-variables.ts";
import { providerVariables } from "./provider-variables.ts";
import { serverVariables } from "./server-variables.ts";
import { whatsappVariables } from "./whatsapp-variables.ts";

/** The environment that gbasic reads: the one source for validation, `doctor` and the manual. */
export const environmentSchema = z.object({
  ...serverVariables,
  ...whatsappVariables,
  ...providerVariables,
  ...twilioVariables,
  ...mailVariables,
  ...modelVariables,
  ...httpVariables,
  ...limitsVariables,
});

/** The variables by name, read and with their standards filled in. */
export type Environment = z.infer<typeof environmentSchema>;
