/** At most `turns` within `ms` milliseconds. */
export interface PaceRule {
  readonly turns: number
  readonly ms: number
}

/** The time that turns go by, which changes of the time of day do not move. */
export interface TurnTime {
  ms(): number
  pause(ms: number): Promise<void>
}

/** The rate limits of a platform, which all processes keep together. */
export interface Pacing {
  /** The machine's, unless told. */
  readonly time?: TurnTime
  /**
   * Takes a turn under a limit, within every rule, and returns 0; or takes none and returns the milliseconds until
   * the next one. Never rejects: without the store each process keeps to its own turns.
   */
  take(limit: string, rules: readonly PaceRule[]): number | Promise<number>
  /** Blocks a limit for `ms`, for all processes. */
  hold(limit: string, ms: number): void
}
