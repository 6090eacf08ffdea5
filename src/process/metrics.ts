import { Counter, Gauge, Registry } from 'prom-client'

import type { Meter } from './meter.ts'

export interface Metrics extends Meter {
  /** All metrics in Prometheus format, and its media type. */
  text(): Promise<{ readonly body: string; readonly type: string }>
}

/** Counts since this process started; `oldestSeconds` gives the age of the oldest undelivered notice. */
export function createMetrics(oldestSeconds: () => Promise<number>): Metrics {
  const registers = [new Registry()]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `rapporteur_notices_${name}_total`, help, labelNames, registers })
  const due = counter('due', 'Notices that were entered', ['rule'])
  const sent = counter('sent', 'Notices that were said', ['rule', 'platform'])
  const late = counter('late', 'Notices that were said later than they should have been', [
    'rule',
    'platform',
  ])
  const failed = counter(
    'failed',
    'Notices that were given up, or of which nobody knows whether they arrived',
    ['rule', 'platform', 'state'],
  )
  const oldest = new Gauge({
    name: 'rapporteur_notices_oldest_undelivered_seconds',
    help: 'Age of the oldest notice that is due and not delivered',
    registers,
  })
  return {
    due: (rule, count) => due.inc({ rule }, count),
    sent(rule, platform, isLate) {
      sent.inc({ rule, platform })
      if (isLate) late.inc({ rule, platform })
    },
    failed: (rule, platform, state) => failed.inc({ rule, platform, state }),
    async text() {
      oldest.set(await oldestSeconds())
      const [registry] = registers
      return { body: (await registry?.metrics()) ?? '', type: registry?.contentType ?? 'text/plain' }
    },
  }
}
