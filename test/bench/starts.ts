import { median } from './figures.ts'
import { atMost, type Child } from './served.ts'
import { type Line, line } from './table.ts'
import type { AskRound } from './wire.ts'

const startRounds = 3

/** How each is started, and the first answer asked of it. */
export interface Starts {
  readonly ours: () => Promise<Child>
  readonly bare: () => Promise<Child>
  readonly bareName: string
}

/** From the start of each process to its first right answer, in turns. */
export async function compareStarts(
  name: string,
  { ours, bare, bareName }: Starts,
  answers: (base: string) => Promise<unknown>,
  most?: number,
): Promise<readonly Line[]> {
  const seen: [number[], number[]] = [[], []]
  for (let index = 0; index < startRounds; index += 1) {
    for (const [at, start] of [ours, bare].entries()) seen[at]?.push(await untilAnswered(start, answers))
  }
  const [own, other] = [median(seen[0]), median(seen[1])]
  return [
    line(`${name}: start to first answer, the bot`, own, 's'),
    line(`${name}: start to first answer, ${bareName}`, other, 's'),
    line(`${name}: start to first answer, ratio`, own / other, '', atMost(most)),
  ]
}

/** One turn of a load, which fails unless it is answered. */
export function firstOf(round: AskRound): (base: string) => Promise<void> {
  return async (base) => {
    const { ms } = await round(base, 1, { turns: 1, ms: 10_000 })
    if (ms.length === 0) throw new Error('it was not answered in time')
  }
}

async function untilAnswered(
  start: () => Promise<Child>,
  answers: (base: string) => Promise<unknown>,
): Promise<number> {
  const from = performance.now()
  const started = await start()
  try {
    for (;;) {
      const answered = await answers(started.base).then(
        () => true,
        () => false,
      )
      if (answered) return (performance.now() - from) / 1_000
      if (performance.now() - from > 30_000) throw new Error('it gives no right answer')
    }
  } finally {
    await started.stop()
  }
}
