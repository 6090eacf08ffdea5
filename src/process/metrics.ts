import { lazily } from '../core/time/lazily.ts'
import type { Meter } from './meter.ts'

export interface Metrics extends Meter {
  /** All metrics in Prometheus format, and its media type. */
  text(): Promise<{ readonly body: string; readonly type: string }>
}

/**
 * Counts since this process started; `oldestSeconds` gives the age of the oldest undelivered notice. The library is
 * loaded with the first thing to count, so that nobody waits for it at a start.
 */
export function createMetrics(oldestSeconds: () => Promise<number>): Metrics {
  const load = lazily(async () => createCounters(await import('prom-client')))
  return {
    due(rule, count) {
      void load().then(({ due }) => due.inc({ rule }, count))
    },
    sent(rule, platform, isLate) {
      void load().then(({ sent, late }) => {
        sent.inc({ rule, platform })
        if (isLate) late.inc({ rule, platform })
      })
    },
    failed(rule, platform, state) {
      void load().then(({ failed }) => failed.inc({ rule, platform, state }))
    },
    async text() {
      const { registry, oldest } = await load()
      oldest.set(await oldestSeconds())
      return { body: await registry.metrics(), type: registry.contentType }
    },
  }
}

function createCounters({ Counter, Gauge, Registry }: typeof import('prom-client')) {
  const registry = new Registry()
  const registers = [registry]
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
  return { registry, due, sent, late, failed, oldest }
}
