/** The jobs that wait for the response of their run, by the id of that run. */
export class HeldJobs {
  readonly #byParent = new Map<string, Set<string>>();

  add(parentId: string, jobId: string): void {
    const jobs = this.#byParent.get(parentId);
    if (jobs === undefined) this.#byParent.set(parentId, new Set([jobId]));
    else jobs.add(jobId);
  }

  /** Returns the jobs of a run in the order of adding, and forgets them. */
  take(parentId: string): readonly string[] {
    const jobs = [...(this.#byParent.get(parentId) ?? [])];
    this.#byParent.delete(parentId);
    return jobs;
  }

  remove(parentId: string, jobId: string): void {
    const jobs = this.#byParent.get(parentId);
    jobs?.delete(jobId);
    if (jobs?.size === 0) this.#byParent.delete(parentId);
  }
}
