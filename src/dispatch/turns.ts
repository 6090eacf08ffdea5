import type { Account } from '../core/address.ts'

/** How many commands run at once, of all, of one workspace and of one account; and how many of one may wait. */
export interface TurnLimits {
  readonly all: number
  readonly tenant: number
  readonly account: number
  readonly waiting: number
}

/** Below the connections of the pool, so that deliveries and ticks always find one. */
const turnLimits: TurnLimits = { all: 8, tenant: 6, account: 4, waiting: 200 }

/**
 * Look-ups by key take no connection from the pool, since all of them share one: the more are under way, the more go out
 * in one write.
 */
const byKeyLimits: TurnLimits = { ...turnLimits, all: 64, tenant: 48 }

/** Far sides are asked beside the commands. Of one account few: what they answer is held until its command runs. */
const outsideLimits: TurnLimits = { all: 24, tenant: 16, account: 4, waiting: 20 }

/** One lane for look-ups by key, one for everything else, and one for what a command asks of far sides. */
export interface Lanes {
  readonly byKey: Turns
  readonly others: Turns
  readonly outside: Turns
}

/** The embedded store has one connection for all. */
export function createLanes({ embedded }: { readonly embedded: boolean }): Lanes {
  const others = createTurns()
  const byKey = embedded ? others : createTurns(byKeyLimits)
  return { byKey, others, outside: createTurns(outsideLimits) }
}

export interface Turns {
  /** Runs the work when it is its account's turn; resolves to `refused` if too much of that account waits already. */
  take<T>(account: Account, work: () => Promise<T>, refused: T): Promise<T>
}

interface Waiting {
  readonly tenant: string
  readonly starts: (() => void)[]
}

/** Limits what runs at once: each account has its own queue and the queues take turns, so that nobody delays others. */
export function createTurns(limits: TurnLimits = turnLimits): Turns {
  const lines = new Map<string, Waiting>()
  const running = new Map<string, number>()
  let all = 0

  function isFree(account: string, tenant: string): boolean {
    return (
      all < limits.all &&
      (running.get(tenant) ?? 0) < limits.tenant &&
      (running.get(account) ?? 0) < limits.account
    )
  }

  function count(account: string, tenant: string, by: 1 | -1): void {
    all += by
    for (const key of [account, tenant]) {
      const left = (running.get(key) ?? 0) + by
      if (left > 0) running.set(key, left)
      else running.delete(key)
    }
  }

  /** Starts the first of the line that has waited longest and may; its line then goes to the end. */
  function next(): void {
    for (const [account, line] of lines) {
      if (!isFree(account, line.tenant)) continue
      lines.delete(account)
      const start = line.starts.shift()
      if (line.starts.length > 0) lines.set(account, line)
      start?.()
      return
    }
  }

  async function run<T>(account: string, tenant: string, work: () => Promise<T>): Promise<T> {
    count(account, tenant, 1)
    try {
      return await work()
    } finally {
      count(account, tenant, -1)
      next()
    }
  }

  return {
    take({ platform, tenant: workspace, account: name }, work, refused) {
      const tenant = JSON.stringify([platform, workspace])
      const account = JSON.stringify([platform, workspace, name])
      const line = lines.get(account) ?? { tenant, starts: [] }
      if (line.starts.length === 0 && isFree(account, tenant)) return run(account, tenant, work)
      if (line.starts.length >= limits.waiting) return Promise.resolve(refused)
      lines.set(account, line)
      return new Promise((resolve, reject) => {
        line.starts.push(() => run(account, tenant, work).then(resolve, reject))
      })
    },
  }
}
