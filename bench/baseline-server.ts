import { createServer } from 'node:http'

/** The baseline: plain node:http that sends one reply, headers and body, from a buffer. The reply comes as JSON on standard input, its body base64-encoded. */
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const { status, headers, body } = JSON.parse(Buffer.concat(chunks).toString()) as { status: number; headers: string[]; body: string }
const bytes = Buffer.from(body, 'base64')
const server = createServer((_, response) => {
  response.writeHead(status, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' && address ? `(http://127.0.0.1:${address.port},` : '')
})
