/** An account as its platform knows it: `slack:T1:U9`, `terminal:local:focal.cted@compact.example`. */
export interface Account {
  readonly platform: string
  /** Workspace, tenant or guild; `local` on the terminal. */
  readonly tenant: string
  readonly account: string
}

/** Where something was said. `channel` is opaque to all but the adapter that made it. */
export interface Place {
  readonly platform: string
  readonly tenant: string
  readonly channel: string
  /** Nobody but the caller reads there. */
  readonly private: boolean
  /** Why the bot cannot write there of its own accord, and what to do; where the platform tells that. */
  readonly shut?: string
}

/** A room as the store knows it: where something is said without anybody having asked there. */
export interface Room {
  readonly platform: string
  readonly tenant: string
  readonly channel: string
}

export function formatAccount({ platform, tenant, account }: Account): string {
  return [platform, tenant, account].map(encodeURIComponent).join(':')
}
