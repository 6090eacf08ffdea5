/** At most `turns` within `ms` milliseconds. */
export interface PaceRule {
  readonly turns: number
  readonly ms: number
}

/** The rate limits of a platform, kept within by all processes together. */
export interface Pacing {
  /**
   * Takes a turn under a limit, within every rule, and returns 0; or takes none and returns the milliseconds until
   * the next one. Never rejects: without the store each process keeps to its own turns.
   */
  take(limit: string, rules: readonly PaceRule[]): number | Promise<number>
  /** Gives out no turn under a limit for `ms`, here and elsewhere. */
  hold(limit: string, ms: number): void
}
