/** A file that a run fetched and keeps in the data folder. */
export interface KeptFile {
  /** Below the data folder, with `/` between its parts: `media/photo.jpg`. */
  readonly path: string;
  readonly runId: string;
  /** Who sent the message of the run, where the run knows it; undefined where the store has to look. */
  readonly sender: string | undefined;
}
