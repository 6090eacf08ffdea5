import { runPlatformProgram } from './platformProgram.ts'

/** Tells a platform of the commands by hand, where the bot does it by itself when it starts. */
process.exitCode = await runPlatformProgram('register', process.argv.slice(2))
