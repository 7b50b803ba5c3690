import type { XY } from '../base/coordinates';
import { createRandom, type Random } from '../base/random';
import type { PutRecord } from '../model/change/change';
import type { Occupancy } from '../model/entities/key-unit';
import type { House } from './houses';
import { BRANDS, GIVEN, STREET_SYLLABLES, SURNAMES } from './place-names';
import type { GeometryWriter } from './writer';

const UNITS = 216;
const HIGH_RISK = 31;
const HAZARDS = 420;

export interface UnitSite {
  readonly id: string;
  readonly at: XY;
}

const SUFFIX: Readonly<Partial<Record<Occupancy, readonly string[]>>> = {
  mall: ['商贸城', '购物中心', '农贸市场'],
  hotel: ['大酒店', '宾馆'],
  entertainment: ['影城', '娱乐会所'],
  hospital: ['医院', '妇幼保健院'],
  school: ['中学', '小学', '幼儿园'],
  office: ['商务大厦', '写字楼'],
  residential: ['高层住宅小区', '公寓'],
  factory: ['电子厂', '纺织厂', '机械公司', '食品公司'],
  warehouse: ['物流仓储', '冷链物流'],
  chemical: ['化工公司', '涂料公司', '气体公司'],
  elderlyHome: ['养老院'],
};
const HAZARD_TEXTS = [
  '疏散通道堆放杂物',
  '消火栓箱无水带',
  '电动自行车违规停放充电',
  '防火门常开',
  '灭火器过期',
  '喷淋阀门关闭',
  '违章搭建占用消防车道',
  '应急照明损坏',
];

/** Key units on buildings that suit them, and the hazards found there. */
export function unitRecords(houses: readonly House[], writer: GeometryWriter, seed: number) {
  const random = createRandom(seed).fork('units');
  const sites = chooseHouses(houses, random);
  const records: PutRecord[] = sites.map(({ house, occupancy }, k): PutRecord => {
    const highRisk = k % 7 === 3 && k < HIGH_RISK * 7;
    const officer = random.pick(SURNAMES) + random.pick(GIVEN);
    return {
      type: 'keyUnit',
      entity: {
        id: `unit-${k + 1}`,
        number: `ZD-${String(k + 1).padStart(3, '0')}`,
        name: nameOf(occupancy, random),
        highRisk,
        occupancy,
        floors: house.floors,
        heightM: Math.round(house.floors * 3.2 * 10) / 10,
        floorAreaM2: Math.round(house.footprintM2 * house.floors),
        people: Math.round(house.footprintM2 * house.floors * 0.03),
        responsibleOfficer: officer,
        ...(k % 5 === 0
          ? {}
          : { familiarisedOn: `2026-0${random.integer(1, 6)}-${String(random.integer(1, 28)).padStart(2, '0')}` }),
        geometry: writer.point(house.centre),
      },
    };
  });
  return {
    sites: sites.map(({ house }, k): UnitSite => ({ id: `unit-${k + 1}`, at: house.centre })),
    records: [
      ...records,
      ...hazardRecords(
        sites.map(({ house }) => house.centre),
        writer,
        random,
      ),
    ],
  };
}

function chooseHouses(houses: readonly House[], random: Random): { house: House; occupancy: Occupancy }[] {
  const pools: [Occupancy, number, House[]][] = [
    ['school', 34, houses.filter(({ use }) => use === 'school')],
    ['hospital', 9, houses.filter(({ use }) => use === 'hospital')],
    ['mall', 36, houses.filter(({ use, footprintM2 }) => use === 'commercial' && footprintM2 > 1800)],
    ['office', 26, houses.filter(({ use, floors }) => use === 'office' && floors > 8)],
    ['residential', 22, houses.filter(({ floors }) => floors > 24)],
    ['hotel', 14, houses.filter(({ use, floors }) => use === 'commercial' && floors > 2)],
    ['entertainment', 10, houses.filter(({ use, floors }) => use === 'commercial' && floors === 2)],
    ['chemical', 12, houses.filter(({ use, block }) => use === 'industrial' && block.cell.row <= 2)],
    ['factory', 36, houses.filter(({ use, footprintM2 }) => use === 'industrial' && footprintM2 > 3000)],
    ['warehouse', 14, houses.filter(({ use }) => use === 'warehouse')],
    ['elderlyHome', 3, houses.filter(({ use, block }) => use === 'residential' && block.cell.kind === 'oldTown')],
  ];
  const taken = new Set<House>();
  const chosen: { house: House; occupancy: Occupancy }[] = [];
  const draw = (occupancy: Occupancy, pool: House[], howMany: number): void => {
    const free = pool.filter((house) => !taken.has(house));
    for (let k = 0; k < howMany && free.length > 0; k++) {
      const [house] = free.splice(random.integer(0, free.length - 1), 1);
      taken.add(house!);
      chosen.push({ house: house!, occupancy });
    }
  };
  for (const [occupancy, wanted, pool] of pools) draw(occupancy, pool, wanted);
  draw(
    'factory',
    houses.filter(({ use }) => use === 'industrial'),
    UNITS - chosen.length,
  );
  return chosen.slice(0, UNITS);
}

function nameOf(occupancy: Occupancy, random: Random): string {
  const [place] = random.pick(STREET_SYLLABLES);
  const end = random.pick(SUFFIX[occupancy] ?? ['公司']);
  return ['factory', 'warehouse', 'chemical', 'mall', 'hotel', 'office'].includes(occupancy)
    ? random.pick(BRANDS) + end
    : place + end;
}

function hazardRecords(sites: readonly XY[], writer: GeometryWriter, random: Random): PutRecord[] {
  return Array.from({ length: HAZARDS }, (_, k): PutRecord => {
    const site = random.integer(0, sites.length - 1);
    const month = random.integer(1, 6);
    const day = String(random.integer(1, 28)).padStart(2, '0');
    const closed = random.next() < 0.78;
    return {
      type: 'hazard',
      entity: {
        id: `hazard-${k + 1}`,
        number: `YH-${String(k + 1).padStart(4, '0')}`,
        description: random.pick(HAZARD_TEXTS),
        list: random.pick(['duty', 'task', 'problem', 'rectification']),
        foundOn: `2026-0${month}-${day}`,
        dueOn: `2026-0${Math.min(9, month + 1)}-${day}`,
        ...(closed ? { closedOn: `2026-0${Math.min(6, month + 1)}-${day}` } : {}),
        keyUnitId: `unit-${site + 1}`,
        geometry: writer.point(sites[site]!),
      },
    };
  });
}
