import { createServer, type Server, type Socket } from 'node:net'

export type MailServer = { server: Server; url: string; /** Each mail as it came over the wire. */ mails: string[]; refuse: boolean }

/** A real SMTP server on loopback, for tests: takes every mail, or refuses every recipient while `refuse` is set. Close `server` after use. */
export function aMailServer(): Promise<MailServer> {
  const state: MailServer = { server: createServer((socket) => talk(socket, state)), url: '', mails: [], refuse: false }
  return new Promise((resolve) => {
    state.server.listen(0, '127.0.0.1', () => {
      const address = state.server.address()
      state.url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
      resolve(state)
    })
  })
}

function talk(socket: Socket, state: MailServer): void {
  let mail: string | null = null
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (mail !== null) {
      if (line === '.') {
        state.mails.push(mail)
        mail = null
        say('250 ok')
      } else mail += `${line}\r\n`
    } else if (/^(EHLO|HELO)/.test(line)) say('250 test')
    else if (line.startsWith('RCPT')) say(state.refuse ? '550 Mette Sørensen is unknown here' : '250 ok')
    else if (line.startsWith('DATA')) {
      mail = ''
      say('354 go')
    } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n')
    else if (line) say('250 ok')
  }
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  socket.on('error', () => {})
  say('220 test')
}

/** A mail's text with its quoted-printable lines and letters put together. */
export const readable = (mail: string): string => {
  const whole = mail.replace(/=\r?\n/g, '')
  return Buffer.from(whole.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8')
}
