/** Every platform, each loaded only when it is wanted: an SDK that nobody uses costs nothing at start. */
export const adapters = {
  terminal: () => import('./terminal/index.ts'),
} as const
