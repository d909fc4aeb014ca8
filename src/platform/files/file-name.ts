/** The last part of a path, without what could break a header, a shell or a folder; never empty, at most 200 characters. */
export function safeName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const chars = [...plain]
  if (chars.length <= 200) return plain || 'file'
  const dot = plain.lastIndexOf('.')
  const extension = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : ''
  return chars.slice(0, 200 - extension.length).join('') + extension
}

/** A media type without parameters, in lower case. */
export const safeType = (given: string): string =>
  /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,80}(?=$|\s*;)/.exec(given.trim().toLowerCase())?.[0] ?? 'application/octet-stream'
