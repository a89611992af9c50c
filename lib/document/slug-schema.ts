import { z } from 'zod'

/** The name of an article in addresses: lower-case ASCII words joined by hyphens. */
export const slugSchema = z
  .string()
  .max(100, 'at most 100 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case Latin letters and digits joined by single hyphens')
