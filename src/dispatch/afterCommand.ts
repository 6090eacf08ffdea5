import type { Answer } from '../core/invocation.ts'
import type { Run } from './run.ts'

/** Logs what became of an invocation, without a text or an address. */
export function logOutcome({ services, invocation, trace }: Run, { outcome }: Answer): void {
  const { command, caller } = trace
  const { platform } = invocation.caller
  services.log.info({ command, outcome, platform, personId: caller?.personId }, 'answered')
}

/** Tells the platforms what was changed, so that they refresh its cards. */
export function announceChange({ services, invocation, trace }: Run, { outcome }: Answer): void {
  const { caller, subject, notices } = trace
  if (outcome !== 'done' || subject === null) return
  const { pressed } = invocation
  const { platform, tenant } = invocation.caller
  const told = notices.flatMap(({ personId }) => (personId === undefined ? [] : [personId]))
  services.changed({
    subject,
    by: caller?.name ?? null,
    people: [...(caller ? [caller.personId] : []), ...told],
    ...(pressed === undefined ? {} : { pressed: { platform, tenant, message: pressed } }),
  })
}

/** Records to whom the addresses in an answer were shown; those whom they belong to can look that up. */
export function recordDisclosures({ services, trace, now: at }: Run, { outcome }: Answer): void {
  const { caller, command, shown } = trace
  if (outcome !== 'done' || !caller) return
  for (const { personId, fields } of shown) {
    if (personId === caller.personId || fields.length === 0) continue
    services.disclosed({ personId, viewerId: caller.personId, fields: [...fields], door: command, at })
  }
}
