export type Vote = 'yes' | 'if-needed' | 'no'

/** The word of one of those who vote on one slot. */
export interface Ballot {
  readonly slot: number
  readonly vote: Vote
  readonly observer: boolean
}

export interface SlotCount {
  readonly slot: number
  readonly yes: number
  readonly ifNeeded: number
  readonly no: number
  /** Observers' votes, which decide nothing. */
  readonly observers: { readonly yes: number; readonly ifNeeded: number; readonly no: number }
  /** A vote of “if needed” counts half. */
  readonly score: number
}

/** How each slot stands, in the order of the slots. */
export function countBallots(slots: readonly number[], ballots: readonly Ballot[]): readonly SlotCount[] {
  return slots.map((slot) => {
    const cast = ballots.filter((ballot) => ballot.slot === slot)
    const members = count(cast.filter(({ observer }) => !observer))
    const observers = count(cast.filter(({ observer }) => observer))
    return { slot, ...members, observers, score: members.yes + members.ifNeeded / 2 }
  })
}

function count(ballots: readonly Ballot[]) {
  const of = (vote: Vote) => ballots.filter((ballot) => ballot.vote === vote).length
  return { yes: of('yes'), ifNeeded: of('if-needed'), no: of('no') }
}

/** The slots that stand best, several where they tie; none while no member has said anything in favour. */
export function leading(counts: readonly SlotCount[]): readonly number[] {
  const best = Math.max(0, ...counts.map(({ score }) => score))
  return best === 0 ? [] : counts.filter(({ score }) => score === best).map(({ slot }) => slot)
}
