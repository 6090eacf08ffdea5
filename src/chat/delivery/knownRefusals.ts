import { ownValue } from '../../core/json.ts'

/** The kinds of `DeliveryFault` that no retry mends. */
type RefusalKind = 'gone' | 'forbidden' | 'auth' | 'invalid'

/** A refusal that the tables know, and what the operator does about it. */
export interface KnownRefusal {
  readonly kind: RefusalKind
  /** Completes the platform's own words after a colon. */
  readonly remedy: string
}

/** What to do about each refusal, by its kind and the platform’s own error code. */
export type Remedies = Readonly<Partial<Record<RefusalKind, Readonly<Record<string, string>>>>>

const kinds = ['gone', 'forbidden', 'auth', 'invalid'] as const

/** The refusal of an error code; undefined for a code that the table does not know. */
export function knownRefusal(
  remedies: Remedies,
  code: string | number | undefined,
): KnownRefusal | undefined {
  for (const kind of kinds) {
    const remedy = ownValue(remedies[kind] ?? {}, String(code))
    if (remedy !== undefined) return { kind, remedy }
  }
  return undefined
}
