import type { Invocation } from '../core/invocation.ts'

/** Under what an invocation is recorded, so that the same one twice acts once; undefined for one without an id. */
export function receiptOf({ caller, deliveryId }: Invocation) {
  return deliveryId === undefined
    ? undefined
    : { platform: caller.platform, tenant: caller.tenant, deliveryId }
}
