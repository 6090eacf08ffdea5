import type { Clock } from '../../core/clock.ts'
import type { Keep } from '../../core/keep.ts'

/** An event is brought again for some minutes; two days are more than enough. */
const keptDays = 2

/** The mark of an event that was answered; of many copies of it, here and elsewhere, one gets it. */
export async function firstToSay(
  { keep, clock }: { readonly keep: Keep; readonly clock: Clock },
  platform: string,
  tenant: string,
  deliveryId: string,
): Promise<boolean> {
  return keep.claim(
    { platform, kind: 'said', tenant, key: deliveryId },
    {},
    { expiresAt: new Date(clock.now().getTime() + keptDays * 86_400_000) },
  )
}
