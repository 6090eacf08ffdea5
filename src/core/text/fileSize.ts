const steps = [
  { unit: 'MB', bytes: 1_000_000 },
  { unit: 'kB', bytes: 1_000 },
]

/** `5 MB`, `1.5 kB` or `120 bytes`. */
export function fileSize(bytes: number): string {
  const step = steps.find((one) => bytes >= one.bytes)
  if (!step) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  return `${(bytes / step.bytes).toLocaleString('en', { maximumFractionDigits: 1 })} ${step.unit}`
}
