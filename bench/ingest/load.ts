/**
 * A load of its own process: N kept-alive connections that each send one feedback, wait for the answer and send the
 * next, for so many milliseconds. Prints one JSON line. Loopback only.
 *
 * It writes requests onto plain sockets and reads no more of an answer than its status and where it ends: load, servers
 * and database share the cores, and a client of `node:http` takes as much of them as the server that it measures.
 *
 *   node bench/ingest/load.ts PORT CONNECTIONS MS KEY
 */
import { connect, type Socket } from 'node:net'

const [port = '', connections = '1', ms = '1000', key = ''] = process.argv.slice(2)
const TEXTS = [
  '昨天下的单今天就到了，包装很结实，客服也很耐心，给个好评。',
  '洗衣机用了三个月就开始漏水，打了两次电话都说会回电，到现在没有人联系我，太失望了。',
  'The app keeps logging me out every time I switch networks. Please fix this, it is really annoying.',
  '希望能增加一个夜间模式，晚上屏幕太亮了。',
  '退款什么时候到账？已经等了五天。',
]
const ends = performance.now() + Number(ms)
const times: number[] = []
let refused = 0
let sequence = 0

function nextRequest(): string {
  const n = sequence++
  const body = JSON.stringify({
    channel: 'web',
    text: `${TEXTS[n % TEXTS.length]} ${n}`,
    ...(n % 2 === 0 && { scores: [{ kind: 'csat', value: 1 + (n % 5) }] }),
    facts: { page: '/orders', version: '5.2.1' },
  })
  return [
    'POST /api/v1/feedback HTTP/1.1',
    `host: 127.0.0.1:${port}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `authorization: Bearer ${key}`,
    `idempotency-key: ${process.pid}-${n}`,
    '',
    body,
  ].join('\r\n')
}

/** True when an answer is whole: its length is told, or it comes in chunks that a chunk of nothing ends. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  if (head === -1) return false
  const length = /content-length: *(\d+)/i.exec(answer)?.[1]
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= head + 4 + Number(length)
}

function connection(): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = ''
    let started = 0
    const send = (socket: Socket) => {
      answer = ''
      started = performance.now()
      socket.write(nextRequest())
    }
    const socket: Socket = connect(Number(port), '127.0.0.1', () => send(socket))
    socket.setNoDelay(true)
    // One character a byte, so that lengths are bytes.
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => {
      answer += part
      if (!isWhole(answer)) return
      if (answer.startsWith('HTTP/1.1 201')) times.push(performance.now() - started)
      else refused++
      if (performance.now() < ends) return send(socket)
      socket.destroy()
      resolve()
    })
    socket.once('error', reject)
    socket.once('end', () => reject(new Error('the server closed a connection under load')))
  })
}

const began = performance.now()
await Promise.all(Array.from({ length: Number(connections) }, connection))
const seconds = (performance.now() - began) / 1000
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
process.stdout.write(
  `${JSON.stringify({ done: times.length, refused, seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) })}\n`,
)
