/** How a request must prove where it comes from; `auto` looks at the request's own header. */
export type Verification = "auto" | "open" | "meta" | "twilio";

/** A handler for requests of one method and path: `ON WEBHOOK POST TO "/path"`. */
export interface WebhookDeclaration {
  readonly kind: "webhook";
  /** Upper case, or ANY. */
  readonly method: string;
  /** Begins with `/`; segments that begin with `:` are parameters. */
  readonly path: string;
  readonly verification: Verification;
  /** True where the handler wants a WhatsApp delivery whole instead of once per message. */
  readonly raw: boolean;
}

export type HandlerDeclaration = WebhookDeclaration;
