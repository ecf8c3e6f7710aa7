/**
 * Passes through the open calls when a SUB or FUNCTION says EXIT, which ends the whole run: an
 * expression has no other way to hand a signal on. It is no error and happens once in a run.
 */
export class RunEnd extends Error {
  constructor() {
    super("the script ended its run");
    this.name = "RunEnd";
  }
}
