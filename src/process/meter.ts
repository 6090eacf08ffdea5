/** Counts what is said, by rule and platform. A rule is its key, or the kind of a notice that comes from none. */
export interface Meter {
  /** So many notices of a rule were entered. */
  due(rule: string, count: number): void
  /** One was said; `late` where it waited for longer than it should. */
  sent(rule: string, platform: string, late: boolean): void
  /** One was given up, or nobody knows whether it arrived. */
  failed(rule: string, platform: string, why: 'dead' | 'ambiguous'): void
}

export const silentMeter: Meter = { due: () => undefined, sent: () => undefined, failed: () => undefined }
