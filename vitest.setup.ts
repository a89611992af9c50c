import fc from 'fast-check'

/** Property tests draw the same cases in every run, so that a red build can be repeated; ISTOK_SEED draws others. */
fc.configureGlobal({ seed: Number(process.env.ISTOK_SEED ?? 20_261_122) })
