import { lookup as lookUp } from 'node:dns'
import { get } from 'node:https'
import { type RowFault, rowFaultWords } from '@comptoir/domain/imports'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What an address answered: the bytes, or where they are now. */
export type Download = (url: URL, signal: AbortSignal) => Promise<{ bytes: Buffer } | { movedTo: string }>

const inner = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(net, bits, 'ipv4')
const world = new BlockList()
world.addSubnet('2000::', 3, 'ipv6')
// Tunnels and examples inside it lead back to inner addresses, or nowhere.
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  inner.addSubnet(net, bits, 'ipv6')

/** Whether an IP address is one of the open internet: nothing of this machine or its network. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) === 4
    ? !inner.check(address, 'ipv4')
    : isIP(address) === 6 && world.check(address, 'ipv6') && !inner.check(address, 'ipv6')

/** An error that tells why a picture cannot be had. */
export const faulty = (fault: RowFault): Error => new Error(rowFaultWords(fault, 'en'), { cause: fault })

/** Why an address is not asked at all; null when it may be. */
export function refusedAddress(url: URL): RowFault | null {
  if (url.protocol !== 'https:') return { code: 'picture_not_https', of: {} }
  if (url.port !== '' || url.username !== '' || url.password !== '') return { code: 'picture_odd_address', of: {} }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(host) !== 0 && !isPublicAddress(host) ? { code: 'picture_inside', of: {} } : null
}

// The name is looked up once and the connection goes to what was checked: no second answer can lead inside.
const publicLookup: LookupFunction = (host, options, done) =>
  lookUp(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error || first === undefined) return done(error ?? new Error('leads nowhere'), '', 4)
    if (!found.every(({ address }) => isPublicAddress(address)))
      return done(faulty({ code: 'picture_inside', of: {} }), '', 4)
    return options.all === true ? done(null, found) : done(null, first.address, first.family)
  })

const mostMb = 15
const mostBytes = mostMb * 1024 * 1024
/** The longest that a picture may take, with its redirects. */
export const mostMs = 20_000

/** Asks one https address of the open internet, at most 15 MB, until the signal. */
export const download: Download = (url, signal) =>
  new Promise((resolve, reject) => {
    const request = get(url, { lookup: publicLookup, signal, headers: { accept: 'image/*' } }, (answer) => {
      const { statusCode = 0, headers } = answer
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        answer.destroy()
        return resolve({ movedTo: headers.location })
      }
      if (statusCode !== 200) {
        answer.destroy()
        return reject(faulty({ code: 'picture_answer', of: { status: statusCode } }))
      }
      const parts: Buffer[] = []
      let size = 0
      answer.on('data', (part: Buffer) => {
        size += part.length
        parts.push(part)
        if (size > mostBytes) answer.destroy(faulty({ code: 'picture_too_large', of: { mostMb } }))
      })
      answer.on('end', () => resolve({ bytes: Buffer.concat(parts) }))
      answer.on('error', reject)
    })
    request.on('error', (error) =>
      reject(signal.aborted ? faulty({ code: 'picture_too_slow', of: { seconds: mostMs / 1000 } }) : error),
    )
  })
