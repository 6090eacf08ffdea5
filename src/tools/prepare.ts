import { fileURLToPath } from 'node:url'

// Run once while the program is installed, for quicker starts. What fails here is only slower later.
const root = fileURLToPath(new URL('../..', import.meta.url))
await Promise.allSettled([
  import('./joinProgram.ts').then(({ joinProgram }) => joinProgram(root)),
  import('./packStore.ts'),
])
