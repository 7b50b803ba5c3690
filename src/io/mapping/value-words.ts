import { folded } from './names';

/**
 * What people write for the codes of a `choice`, by field; compared without case and spaces. Words under '' say nothing,
 * and leave the field empty.
 */
const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'hydrant.status': {
    working: [
      '完好',
      '正常',
      '良好',
      '可用',
      '好',
      '在用',
      '使用中',
      '正常使用',
      '能用',
      '有水',
      '有效',
      '完好有效',
      '运行',
      '运行中',
      'act',
      'active',
      'ok',
      'good',
      'inservice',
      'operational',
      'operative',
      'functional',
      'functioning',
      'serviceable',
      'available',
      'existing',
      'working',
    ],
    damaged: [
      '损坏',
      '故障',
      '坏',
      '已损坏',
      '不能用',
      '不可用',
      '停用',
      '报修',
      '失效',
      '破损',
      '待修',
      '维修',
      '漏水',
      'damaged',
      'broken',
      'defect',
      'defective',
      'mitfl',
      'outofservice',
      'outoforder',
      'inoperative',
      'notworking',
      'inactive',
      'needsrepair',
      'repair',
      'oos',
    ],
    blocked: [
      '埋压',
      '圈占',
      '埋压圈占',
      '遮挡',
      '占用',
      '被埋',
      '掩埋',
      '堵塞',
      '被占',
      'blocked',
      'buried',
      'obstructed',
      'inaccessible',
    ],
    outOfWater: ['无水', '停水', '断水', '缺水', '无压', 'dry', 'nowater', 'outofwater'],
    planned: ['规划', '拟建', '待建', '规划中', '计划', '未建', 'planned', 'proposed', 'future'],
    underConstruction: ['在建', '建设中', '施工中', '新建中', 'construction', 'underconstruction', 'building'],
  },
  'hydrant.kind': {
    aboveGround: ['地上', '地上式', '地上栓', '地上式消火栓', '室外地上式', 'pillar', 'aboveground', 'post'],
    belowGround: ['地下', '地下式', '地下栓', '地下式消火栓', '室外地下式', 'underground', 'belowground', 'flush'],
    standpipeCrane: ['水鹤', '消防水鹤', '市政水鹤', '鹤管', 'crane'],
  },
  'hydrant.mainForm': {
    ring: ['环状', '环网', '环', '环状管网', 'loop', 'looped', 'grid'],
    branch: ['枝状', '支状', '枝', '枝状管网', 'deadend', 'branched'],
  },
  'fireStation.class': {
    special: ['特勤', '特勤站'],
    first: ['一级', '一级站', '一级普通站'],
    second: ['二级', '二级站', '二级普通站'],
    small: ['小型', '小型站'],
    fullTime: ['专职', '政府专职', '专职站'],
  },
  'fireStation.stage': { inService: ['在用', '已建', '现状', '运行'], planned: ['规划', '拟建', '在建'] },
  'incident.kind': {
    fire: ['火警', '火灾', '火灾扑救', 'fire'],
    rescue: ['抢险救援', '救援', '抢险', 'rescue'],
    assistance: ['社会救助', '救助', '公务执勤', 'assist', 'assistance', 'service'],
  },
  'roadSegment.class': {
    motorway: ['高速', '高速公路', 'motorway_link'],
    trunk: ['快速路', '国道', 'trunk_link'],
    primary: ['主干路', '主干道', '省道', 'primary_link', 'major', '1'],
    secondary: ['次干路', '次干道', '县道', 'secondary_link', '2'],
    tertiary: ['支路', '乡道', 'tertiary_link'],
    local: ['街坊路', '居住区道路', 'residential', 'unclassified', 'living_street', '0'],
    service: ['内部路', '小区路', 'driveway'],
    path: ['步行', '人行道', 'footway', 'cycleway', 'pedestrian', 'track', 'steps', 'bridleway'],
    '': ['road'],
  },
  'roadSegment.oneWay': {
    no: ['否', '双向', 'no', '0', 'false', 'f'],
    forward: ['是', '单向', '顺行', 'yes', '1', 'true', 't'],
    backward: ['逆行', '反向', '-1', 'reverse'],
  },
  'building.use': {
    residential: [
      '住宅',
      '居住',
      '居民楼',
      'apartments',
      'house',
      'detached',
      'semidetached_house',
      'terrace',
      'dormitory',
    ],
    commercial: ['商业', '商场', '商铺', 'retail', 'commercial'],
    office: ['办公', '写字楼', 'office'],
    industrial: ['工业', '厂房', '工厂', 'industrial'],
    warehouse: ['仓库', '仓储', '物流', 'warehouse'],
    public: ['公共', '公建', 'civic', 'public'],
    school: ['学校', '教育', 'school', 'university', 'kindergarten'],
    hospital: ['医院', '医疗', 'hospital'],
    rural: ['农房', '民房', '自建房', 'farm', 'farm_auxiliary', 'barn'],
    other: ['garage', 'garages', 'shed', 'hut', 'roof', 'carport', 'service', 'greenhouse'],
    // A building, and no word of its use.
    '': ['yes', 'building'],
  },
  'keyUnit.occupancy': {
    mall: ['商场', '市场', '超市', '商业'],
    hotel: ['宾馆', '酒店', '旅馆', 'hotel'],
    entertainment: ['公共娱乐', '娱乐', 'ktv', '影院'],
    hospital: ['医院', '医疗', 'hospital'],
    school: ['学校', '幼儿园', '教育', 'school'],
    elderlyHome: ['养老院', '敬老院', '福利院', '养老', 'elderly'],
    office: ['办公', '机关', '写字楼', 'office'],
    residential: ['住宅', '高层住宅'],
    factory: ['工厂', '劳动密集型', '企业', '厂房', 'factory'],
    warehouse: ['仓库', '物流', '仓储', 'warehouse'],
    chemical: ['化工', '易燃易爆', '加油站', '危化', 'chemical'],
    heritage: ['文物', '古建筑', '文保', 'heritage'],
    transport: ['车站', '客运站', '码头', '机场', '地铁'],
    exhibition: ['图书馆', '博物馆', '展览馆', '体育馆', '会展'],
  },
  boolean: {
    true: ['是', '有', '在线', '已', 'y', 'yes', 'true', 't', '1', '√', 'viaduct', 'culvert', 'building_passage'],
    false: ['否', '无', '没有', '离线', '未', 'n', 'no', 'false', 'f', '0'],
  },
};

/** Folded word → code, for each list. */
const CODES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(VALUE_WORDS).map(([list, codes]) => [
    list,
    new Map(Object.entries(codes).flatMap(([code, words]) => words.map((word) => [folded(word), code] as const))),
  ]),
);

/** The code that a word of a list stands for; several words together ("埋压、圈占") when all mean the same; else null. */
export function codeOf(list: string, text: string): string | null {
  const codes = CODES.get(list);
  const whole = codes?.get(folded(text));
  if (whole !== undefined) return whole;
  const parts = text.split(/[、,;/+，；和及]/).map((part) => codes?.get(folded(part)));
  return parts.length > 1 && parts[0] !== undefined && parts.every((code) => code === parts[0]) ? parts[0] : null;
}
