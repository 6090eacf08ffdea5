/** The key of a value that an adapter keeps. */
export interface KeepKey {
  readonly platform: string
  /** Workspace, tenant or guild; `-` for what belongs to none. */
  readonly tenant: string
  /** What it is: `installation`, `draft`, `user`, … */
  readonly kind: string
  readonly key: string
}

export interface KeptValue {
  /** JSON, as it was put. */
  readonly value: unknown
  /** When it was last put. */
  readonly at: Date
}

export interface KeepOptions {
  /** Gone from then on. */
  readonly expiresAt?: Date
  /** Encrypted at rest. Putting raises `StartError` where no key is set. */
  readonly secret?: boolean
}

/** What adapters keep between starts and share between replicas: JSON by place, in the house's store. */
export interface Keep {
  /** Undefined when there is none or it has expired. */
  get(key: KeepKey): Promise<KeptValue | undefined>
  put(key: KeepKey, value: unknown, options?: KeepOptions): Promise<void>
  /** Puts a value unless an unexpired one is there. Of many callers at once, exactly one gets true. */
  claim(key: KeepKey, value: unknown, options?: KeepOptions): Promise<boolean>
  /** False when there was none. */
  drop(key: KeepKey): Promise<boolean>
  /** All of a kind on a platform, by key; of one tenant where it is named. */
  list(
    of: Pick<KeepKey, 'platform' | 'kind'> & { readonly tenant?: string },
  ): Promise<readonly (KeptValue & KeepKey)[]>
}
