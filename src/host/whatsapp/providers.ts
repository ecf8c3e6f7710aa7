/** Who brings the events of WhatsApp: Meta itself, or a service that passes them on. */
export const WHATSAPP_PROVIDERS = ["meta", "cmzon", "superwaba", "whatsable"] as const;

export type WhatsAppProvider = (typeof WHATSAPP_PROVIDERS)[number];

/** A service that stands between Meta and the server. */
export type PassingProvider = Exclude<WhatsAppProvider, "meta">;

/** How messages call them. */
export const PROVIDER_TITLES: Readonly<Record<WhatsAppProvider, string>> = {
  meta: "Meta",
  cmzon: "CMzon",
  superwaba: "SuperWaba",
  whatsable: "WhatsAble",
};

/** Every service that passes events on. */
export const PASSING_PROVIDERS: readonly PassingProvider[] = WHATSAPP_PROVIDERS.filter(
  (provider) => provider !== "meta",
);

/** Tells whether a name is that of a service that passes events on. */
export function isPassing(name: unknown): name is PassingProvider {
  return PASSING_PROVIDERS.some((provider) => provider === name);
}

/** Finds a provider by its name, in capitals or not; undefined where there is none of it. */
export function findProvider(name: string): WhatsAppProvider | undefined {
  const lower = name.toLowerCase();
  return WHATSAPP_PROVIDERS.find((provider) => provider === lower);
}

/** A path of ON WHATSAPP handlers, and whose deliveries come to it. */
export interface WhatsAppPath {
  readonly provider: WhatsAppProvider;
  /** Begins with `/`. */
  readonly path: string;
}
