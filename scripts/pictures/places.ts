import type { Pen } from './pen.ts'
import { house } from './places/house.ts'
import { kitchen } from './places/kitchen.ts'
import type { Place } from './places/room.ts'

const places = { ...kitchen, ...house }

export type PlaceName = keyof typeof places

/** Draws the place in the tint of its shelf of the shop. */
export const place = (pen: Pen, name: PlaceName, tint: string): Place => places[name](pen, tint)
