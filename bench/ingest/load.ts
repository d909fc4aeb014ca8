/**
 * A load of its own process: N kept-alive connections that each send one feedback, wait for the answer and send the
 * next, for so many milliseconds. Prints one JSON line. Loopback only.
 *
 *   node bench/ingest/load.ts PORT CONNECTIONS MS KEY
 */
import { Agent, request } from 'node:http'

const [port = '', connections = '1', ms = '1000', key = ''] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
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

function send(): Promise<number> {
  const n = sequence++
  const body = JSON.stringify({
    channel: 'web',
    text: `${TEXTS[n % TEXTS.length]} ${n}`,
    ...(n % 2 === 0 && { scores: [{ kind: 'csat', value: 1 + (n % 5) }] }),
    facts: { page: '/orders', version: '5.2.1' },
  })
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${key}`,
    'idempotency-key': `${process.pid}-${n}`,
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method: 'POST', path: '/api/v1/feedback', agent, headers },
      (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

async function connection(): Promise<void> {
  while (performance.now() < ends) {
    const started = performance.now()
    const status = await send()
    if (status === 201) times.push(performance.now() - started)
    else refused++
  }
}

const began = performance.now()
await Promise.all(Array.from({ length: Number(connections) }, connection))
const seconds = (performance.now() - began) / 1000
agent.destroy()
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
process.stdout.write(
  `${JSON.stringify({ done: times.length, refused, seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) })}\n`,
)
