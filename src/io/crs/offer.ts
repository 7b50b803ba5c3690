import type { CrsId } from './crs';
import type { Reference } from './reference';
import type { Bounds } from './sample';

/** A coordinate system that a file may be in, and why. */
export interface CrsOffer {
  readonly crs: CrsId;
  /** The first number is the latitude or northing. */
  readonly swap: boolean;
  /** Which of longitude and latitude lost its minus sign in the whole file. */
  readonly negate?: 'lon' | 'lat' | 'both';
  /**
   * `declared` by the file · `named` in a column's or the file's name · `matched` with the plan's roads or buildings ·
   * `inDistrict`: only so it falls on the district · `habit`: Chinese tables mostly come from online maps ·
   * `range` of the numbers · `remembered` from the last file with this header · `user`.
   */
  readonly reason: 'declared' | 'named' | 'matched' | 'inDistrict' | 'habit' | 'range' | 'remembered' | 'user';
  /** Median distance to the nearest road of the plan, metres, where that was the reason. */
  readonly distanceM?: number;
}

/**
 * `certain`: nobody need look · `likely`: the first offer is right more often than not, and somebody should look ·
 * `ask`: the file does not say and several fit, so nothing goes in before somebody chooses.
 */
export type Confidence = 'certain' | 'likely' | 'ask';

export interface CrsGuess {
  /** Best first. Empty when nothing fits. */
  readonly offers: readonly CrsOffer[];
  readonly confidence: Confidence;
}

export interface CrsContext {
  readonly declared?: CrsId | undefined;
  /** Names of columns and file, for words such as 火星坐标 or 西安80. */
  readonly words: string;
  /** The file is a table with Chinese headers. */
  readonly chinese: boolean;
  /** Which number stands first where names or letters say so. */
  readonly first?: 'lon' | 'lat';
  /** Bounds of the plan's district. */
  readonly district?: Bounds | null;
  /** What the plan has on the ground; each is asked by itself. */
  readonly references?: readonly Reference[];
}
