import { createServer } from 'node:http'

/** The baseline: plain node:http that sends one body from a buffer, or 304. The body comes base64-encoded on standard input. */
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const { body, type } = JSON.parse(Buffer.concat(chunks).toString()) as { body: string; type: string }
const bytes = Buffer.from(body, 'base64')
const headers = ['Content-Type', type, 'Content-Length', String(bytes.length), 'ETag', '"baseline"']
const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === '"baseline"') {
    response.writeHead(304, ['ETag', '"baseline"'])
    response.end()
    return
  }
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' && address ? `(http://127.0.0.1:${address.port},` : '')
})
