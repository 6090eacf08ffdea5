import { joinProgram } from '../../../src/tools/joinProgram.ts'
import { root } from '../processes.ts'

/** The programs that tests start are joined as an installed one is, which halves the work of each start. */
export function setup(): Promise<void> {
  return joinProgram(root)
}
