import { runPlatformProgram } from './platformProgram.ts'

/** Prints what a platform is told of the app, for one's own address. */
process.exitCode = await runPlatformProgram('manifest', process.argv.slice(2))
