import { ownValue } from '../../core/json.ts'

/** What a refusal means for a delivery: the words of `DeliveryFault` for what no retry mends. */
type RefusalKind = 'gone' | 'forbidden' | 'auth' | 'invalid'

/** A refusal that is known, and how the operator mends it. */
export interface KnownRefusal {
  readonly kind: RefusalKind
  /** Goes on from what the platform said, behind a colon. */
  readonly mend: string
}

/** How to mend each refusal, by what it means and by the platform’s own word or number for it. */
export type Mends = Readonly<Partial<Record<RefusalKind, Readonly<Record<string, string>>>>>

const kinds = ['gone', 'forbidden', 'auth', 'invalid'] as const

/** The refusal for which a platform has this word or number; undefined for one that the table does not know. */
export function knownRefusal(mends: Mends, word: string | number | undefined): KnownRefusal | undefined {
  for (const kind of kinds) {
    const mend = ownValue(mends[kind] ?? {}, String(word))
    if (mend !== undefined) return { kind, mend }
  }
  return undefined
}
