import { type CrsId, isGeographic, normalised, toWgs84, WGS84_CRS } from './crs';
import { guessDegrees } from './guess-degrees';
import { guessMetres } from './guess-metres';
import type { CrsContext, CrsGuess, CrsOffer } from './offer';
import { finiteOf, middleOf, type Sample } from './sample';

/**
 * Which system a sample of coordinates is in. Degrees that the file declares are believed unless they are none; metres
 * that nobody declares are never certain.
 * @param sample first and second number of each position, as the file has them
 */
export async function guessCrs(sample: Sample, context: CrsContext): Promise<CrsGuess> {
  const finite = finiteOf(sample);
  const declared = await usable(context.declared);
  if (declared && declared !== WGS84_CRS) return guessDeclared(declared, finite, context);
  if (finite.length === 0) return { offers: [{ crs: WGS84_CRS, swap: false, reason: 'range' }], confidence: 'certain' };
  return isDegrees(finite) ? guessDegrees(finite, { ...context, declared }) : guessMetres(finite, context);
}

/** A declared system stands, unless it counts in metres and the file plainly in degrees. */
async function guessDeclared(declared: CrsId, finite: Sample, context: CrsContext): Promise<CrsGuess> {
  const offer: CrsOffer = { crs: declared, swap: false, reason: 'declared' };
  if (finite.length === 0 || !isDegrees(finite) || (await isGeographic(declared)) !== false)
    return { offers: [offer], confidence: 'certain' };
  const { offers } = guessDegrees(finite, { ...context, declared: undefined });
  return { offers: [...offers, offer], confidence: 'ask' };
}

/** The declared system in its usual spelling; undefined when it cannot be computed. */
async function usable(declared: CrsId | undefined): Promise<CrsId | undefined> {
  if (declared === undefined) return undefined;
  const id = normalised(declared);
  return (await toWgs84(id)).ok ? id : undefined;
}

function isDegrees(finite: Sample): boolean {
  const [first, second] = middleOf(finite);
  return Math.abs(first) <= 180 && Math.abs(second) <= 180;
}
