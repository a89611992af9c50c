/** Where the server of the browser tests listens, and its key for automation; it lives for the tests only. */
export const port = Number(process.env.E2E_PORT ?? 3217)
export const adminKey = 'e2e-only-key-0123456789-abcdefghijklm'
