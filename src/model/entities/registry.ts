import { type Building, buildingSpec } from './building';
import { type CandidateSite, candidateSiteSpec } from './candidate-site';
import { type District, districtSpec } from './district';
import { type FireStation, fireStationSpec } from './fire-station';
import { type Hazard, hazardSpec } from './hazard';
import { type Hydrant, hydrantSpec } from './hydrant';
import { type Incident, incidentSpec } from './incident';
import { type KeyUnit, keyUnitSpec } from './key-unit';
import { type MicroStation, microStationSpec } from './micro-station';
import { type RoadSegment, roadSegmentSpec } from './road-segment';
import type { EntitySpec } from './spec';
import { type Subdistrict, subdistrictSpec } from './subdistrict';
import { type VolunteerBrigade, volunteerBrigadeSpec } from './volunteer-brigade';
import { type WaterBody, waterBodySpec } from './water-body';
import { type WaterSource, waterSourceSpec } from './water-source';

/** Every record type of a plan by its name. A new type is a file beside this one and two lines here. */
export interface Entities {
  hydrant: Hydrant;
  waterSource: WaterSource;
  fireStation: FireStation;
  microStation: MicroStation;
  volunteerBrigade: VolunteerBrigade;
  keyUnit: KeyUnit;
  incident: Incident;
  hazard: Hazard;
  district: District;
  subdistrict: Subdistrict;
  building: Building;
  roadSegment: RoadSegment;
  waterBody: WaterBody;
  candidateSite: CandidateSite;
}

export type EntityType = keyof Entities;
export type Entity<T extends EntityType = EntityType> = Entities[T];

export const ENTITY_SPECS: Readonly<Record<EntityType, EntitySpec>> = {
  hydrant: hydrantSpec,
  waterSource: waterSourceSpec,
  fireStation: fireStationSpec,
  microStation: microStationSpec,
  volunteerBrigade: volunteerBrigadeSpec,
  keyUnit: keyUnitSpec,
  incident: incidentSpec,
  hazard: hazardSpec,
  district: districtSpec,
  subdistrict: subdistrictSpec,
  building: buildingSpec,
  roadSegment: roadSegmentSpec,
  waterBody: waterBodySpec,
  candidateSite: candidateSiteSpec,
};

export const ENTITY_TYPES = Object.keys(ENTITY_SPECS) as readonly EntityType[];
