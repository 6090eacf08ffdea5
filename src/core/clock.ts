/** The only source of now. A test and the terminal turn it; everything else asks. */
export interface Clock {
  now(): Date
}

/** A clock that stands where it was set; with no moment set it is the machine's. */
export interface SettableClock extends Clock {
  set(at: Date): void
}

export const systemClock: Clock = { now: () => new Date() }

/** Follows the machine until it is set, then stands still. */
export function settableClock(at?: Date): SettableClock {
  let standing = at
  return {
    now: () => new Date(standing ?? Date.now()),
    set: (moment) => {
      standing = moment
    },
  }
}
