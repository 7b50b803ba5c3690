/** Degrees, longitude first (WGS84 = CGCS2000 to within centimetres). */
export type LonLat = readonly [lon: number, lat: number];
/** Local metres, east then north. */
export type XY = readonly [x: number, y: number];
