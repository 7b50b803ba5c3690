/**
 * The mean speed that an area limit takes for granted: A = 2·(S/λ)² with S driven in the code's travel time
 * (建标152-2017 art. 14), so v = λ·√(A/2) / t. @returns km/h
 */
export function impliedSpeedKmh(areaM2: number, detourFactor: number, travelMinutes: number): number {
  return (detourFactor * Math.sqrt(areaM2 / 2) * 60) / (1000 * travelMinutes);
}
