/** What was erased of a person, counted. */
export interface Erased {
  readonly events: number;
  readonly jobs: number;
  readonly messages: number;
  readonly requests: number;
  readonly responses: number;
  /** Messages of which only what they said was kept. */
  readonly history: number;
  /** Files of the data folder that runs had fetched. */
  readonly files: number;
  /** Such files that could not be deleted. */
  readonly filesLeft: number;
  /** Those of the above that waited or had failed, and are given up. */
  readonly discarded: number;
  /** Runs that have not ended, of which nothing is erased. */
  readonly running: number;
}

/** Why an entry shows nothing any more. */
export const ERASED_REASON = "erased with all data of a person";

/** Time between two looks whether runs of the person have ended; ms. */
export const ERASE_LOOK_MS = 200;
/** Time after which what still runs is left and told of; ms. */
export const ERASE_PATIENCE_MS = 90_000;
