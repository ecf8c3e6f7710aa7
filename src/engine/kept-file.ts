/** A file that a run fetched and keeps in the data folder, in a folder of its own. */
export interface KeptFile {
  /** That folder, below the data folder: `media/4bd1…`; notes of older versions name the file itself. */
  readonly path: string;
  readonly runId: string;
  /** Who sent the message of the run, where the run knows it; undefined where the store has to look. */
  readonly sender: string | undefined;
}
