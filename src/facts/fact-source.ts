/** Where facts about a service stand, and when somebody looked there last. */
export interface FactSource {
  /** A page of the service itself, or of a library that keeps to it. */
  readonly address: string;
  /** `2026-11-26`. */
  readonly read: string;
}
