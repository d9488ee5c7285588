import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Services } from './context.ts'
import { makeAvif } from './features/catalog/make-avif.ts'

/** After a failure: what is in the way may pass (a full disk, little memory), and a broken picture costs little. */
const restMs = 10 * 60_000

interface Media {
  folder: string
  decorateReply: boolean
  /** How long a browser may keep a picture, in ms: its name is made of its content. */
  maxAge: number
}

/**
 * The pictures that the shop took in, under `/media/`. The AVIF of one that was kept before there was any, or came back from a backup of
 * then, is made when it is first asked for, and where that failed when it is asked for minutes later; until it is there its address answers
 * the WebP, which browsers know by its content.
 */
export async function mountMedia(app: FastifyInstance, { log, clock }: Services, media: Media): Promise<void> {
  const { folder, ...options } = media
  mkdirSync(folder, { recursive: true })
  await app.register(fastifyStatic, { root: folder, prefix: '/media/', ...options })
  // Under way for ever ahead: the file itself says when it is done.
  const restsUntil = new Map<string, number>()
  const begin = (name: string, webp: string) => {
    if ((restsUntil.get(name) ?? 0) > clock().getTime()) return
    restsUntil.set(name, Infinity)
    makeAvif(path.join(folder, webp), folder, name).then(
      () => restsUntil.delete(name),
      (error: unknown) => {
        restsUntil.set(name, clock().getTime() + restMs)
        log.error({ err: error, picture: name }, 'the AVIF of a picture could not be made')
      },
    )
  }
  app.get<{ Params: { name: string } }>(
    '/media/:name(^[0-9a-z-]{1,200}-(?:160|480|960)\\.avif$)',
    ({ params: { name } }, reply) => {
      const webp = name.replace(/avif$/, 'webp')
      if (existsSync(path.join(folder, name)) || !existsSync(path.join(folder, webp)))
        return reply.sendFile(name, folder, { maxAge: media.maxAge })
      begin(name, webp)
      return reply.header('cache-control', 'no-cache').sendFile(webp, folder, { cacheControl: false })
    },
  )
}
