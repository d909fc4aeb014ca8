import { BlockList, isIP } from 'node:net'
import { LOCALES, type Locale } from '../../shared/contracts/values.ts'
import type { Origin } from './route.ts'

/** Reads who is at the other end; forwarded headers count only from trusted proxies. */
export function originReader(trusted: readonly string[]): (request: Request, remote: string) => Origin {
  const proxies = new BlockList()
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  const isProxy = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (request, remote) => ({
    address: clientAddress(remote, request.headers.get('x-forwarded-for'), isProxy),
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, 300),
    locale: preferredLocale(request.headers.get('accept-language') ?? ''),
    cookie: (name) => cookieOf(request.headers.get('cookie') ?? '', name),
    header: (name) => request.headers.get(name) ?? undefined,
  })
}

/** The last address in the chain that is not one of our proxies. */
export function clientAddress(remote: string, forwarded: string | null, isProxy: (address: string) => boolean): string {
  const plain = remote.replace(/^::ffff:/, '')
  if (forwarded === null || !isProxy(plain)) return plain
  const chain = forwarded
    .split(',')
    .map((part) => part.trim())
    .filter((part) => isIP(part) !== 0)
  return chain.findLast((address) => !isProxy(address)) ?? plain
}

/** The first language of Accept-Language that we speak; Chinese without a place is Simplified. */
export function preferredLocale(header: string): Locale {
  for (const part of header.slice(0, 200).split(',')) {
    const tag = (part.split(';')[0] ?? '').trim().toLowerCase()
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-TW'
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return LOCALES[0]
}

function cookieOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}
