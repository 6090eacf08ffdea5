import { steadyDatabase, type TestDatabase } from '../database.ts'
import { killAll } from '../processes.ts'
import { type ServerProxy, startProxy } from '../proxy.ts'

/** What programs that are killed and started over stand on: a database, a way to it that can fail, a platform. */
export interface FaultSetup<Far> {
  readonly database: TestDatabase
  readonly proxy: ServerProxy
  readonly far: Far
  /** Kills the programs that are left, too. */
  end(): Promise<void>
}

export async function setUpFaults<Far extends { stop(): Promise<void> }>(
  startFar: (database: TestDatabase) => Promise<Far>,
): Promise<FaultSetup<Far>> {
  const database = await steadyDatabase()
  const proxy = await startProxy(database.url)
  const far = await startFar(database)
  return {
    ...{ database, proxy, far },
    async end() {
      await killAll()
      await far.stop()
      await proxy.stop()
      await database.drop()
    },
  }
}
