/** Counts deliveries by rule and platform. A rule is named by its key; a notice without a rule by its kind. */
export interface Meter {
  /** This many notices of a rule were entered. */
  due(rule: string, count: number): void
  /** One was delivered; `late` where it waited longer than it should. */
  sent(rule: string, platform: string, late: boolean): void
  /** One was given up, or its fate is unknown. */
  failed(rule: string, platform: string, why: 'dead' | 'ambiguous'): void
}

export const silentMeter: Meter = { due: () => undefined, sent: () => undefined, failed: () => undefined }
