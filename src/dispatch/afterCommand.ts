import type { Answer, Invocation } from '../core/invocation.ts'
import type { Services } from './services.ts'
import type { InvocationTrace } from './trace.ts'

/** What became of an invocation, without a text or an address. */
export function noteInLog(
  { log }: Services,
  { caller: { platform } }: Invocation,
  { command, caller }: InvocationTrace,
  { outcome }: Answer,
): void {
  log.info({ command, outcome, platform, personId: caller?.personId }, 'answered')
}

/** Tells the platforms what was changed, so that its cards follow. */
export function announceChange(
  services: Services,
  { pressed, caller: { platform, tenant } }: Invocation,
  { caller, subject, notices }: InvocationTrace,
  { outcome }: Answer,
): void {
  if (outcome !== 'done' || subject === null) return
  const told = notices.flatMap(({ personId }) => (personId === undefined ? [] : [personId]))
  services.changed({
    subject,
    by: caller?.name ?? null,
    people: [...(caller ? [caller.personId] : []), ...told],
    ...(pressed === undefined ? {} : { pressed: { platform, tenant, message: pressed } }),
  })
}

/** Records whose address was shown to whom, so that they can see it. */
export function disclose(
  { disclosed }: Services,
  { caller, command, shown }: InvocationTrace,
  { outcome }: Answer,
  at: Date,
): void {
  if (outcome !== 'done' || !caller) return
  for (const { personId, fields } of shown) {
    if (personId === caller.personId || fields.length === 0) continue
    disclosed({ personId, viewerId: caller.personId, fields: [...fields], door: command, at })
  }
}
