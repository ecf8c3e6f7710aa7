/** How many WhatsApp messages may leave; Infinity where that is not limited. */
export interface SpendLimits {
  readonly hour: number;
  readonly day: number;
  /** To one person. */
  readonly personHour: number;
  readonly personDay: number;
}

/** Nothing is limited. */
export const NO_SPEND_LIMITS: SpendLimits = {
  hour: Infinity,
  day: Infinity,
  personHour: Infinity,
  personDay: Infinity,
};
