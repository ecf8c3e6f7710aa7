/** What `gbasic serve` was asked for; absent settings come from the environment. */
export interface ServeOptions {
  /** Files and folders of scripts, at least one. */
  readonly paths: readonly string[];
  /** 0 picks a free port. */
  readonly port?: number;
  readonly host?: string;
  readonly production: boolean;
  readonly insecure: boolean;
  /** The folder of the store. */
  readonly data?: string;
  readonly watch: boolean;
}
