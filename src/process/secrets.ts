import type { Seal } from './seal.ts'

/** Secrets that lie in the store beside other things. */
export interface Secrets {
  /** Seals a text for its place; where there is no key, as on somebody's own machine, it is kept as it is. */
  readonly conceal: (text: string, place: string) => string
  /** Gives back what was concealed. Raises an error where no key fits. */
  readonly reveal: (kept: string, place: string) => string
  /** Whether what is kept is this text; not where no key fits. */
  readonly conceals: (kept: string, text: string, place: string) => boolean
}

const unsealed = 'plain:'

export function createSecrets(seal: Seal): Secrets {
  const reveal: Secrets['reveal'] = (kept, place) =>
    kept.startsWith(unsealed) ? kept.slice(unsealed.length) : seal.open(kept, place)
  return {
    conceal: (text, place) => (seal.hasKey ? seal.close(text, place) : `${unsealed}${text}`),
    reveal,
    conceals(kept, text, place) {
      try {
        return reveal(kept, place) === text
      } catch {
        return false
      }
    },
  }
}
