/**
 * A short name for addresses made from a workspace's name: Latin letters and digits are kept, the rest falls away.
 * A name without any gives `otherwise`.
 */
export function slugOf(name: string, otherwise: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 50)
    .replace(/-$/, '')
  return plain === '' ? otherwise : plain
}
