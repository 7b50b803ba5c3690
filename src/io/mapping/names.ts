/** Traditional characters of headers and values, and the simplified ones at the same place. */
const TRADITIONAL =
  '編號狀態經緯徑壓權屬備註檢類壞損無佔圍設時間單區縣鎮鄉樓層積數據點線圖測繪調規劃擬運營產業養護責聯繫電話現場員車輛應災險發內處業廠倉庫醫療學養賓館餐飲築縱橫東環狀枝啟開關閉歷標記錄報濱灣錢億萬價費鋪鋼鐵門聲訊從於統計獨廢棄維護師處長寬離隊務級類別區蓋實況狀總號碼國際風險訖';
const SIMPLIFIED =
  '编号状态经纬径压权属备注检类坏损无占围设时间单区县镇乡楼层积数据点线图测绘调规划拟运营产业养护责联系电话现场员车辆应灾险发内处业厂仓库医疗学养宾馆餐饮筑纵横东环状枝启开关闭历标记录报滨湾钱亿万价费铺钢铁门声讯从于统计独废弃维护师处长宽离队务级类别区盖实况状总号码国际风险讫';
const TO_SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((sign, k) => [sign, [...SIMPLIFIED][k]!]),
);
const REMEMBERED = new Map<string, string>();

/**
 * A column name or a word for comparing: lower case, full-width forms and traditional characters folded, no spaces,
 * underscores or brackets with what is in them.
 */
export function folded(name: string): string {
  const before = REMEMBERED.get(name);
  if (before !== undefined) return before;
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s_\-.:/#*"'“”]+/g, '')
    .replace(/[\u4e00-\u9fff]/g, (sign) => TO_SIMPLIFIED.get(sign) ?? sign);
  if (REMEMBERED.size > 20_000) REMEMBERED.clear();
  REMEMBERED.set(name, plain);
  return plain;
}

const UNIT_AT_END = /(?:mpa|kpa|psi|bar|gpm|lps|ls|m³h|m3h|lmin|mm|inch|in|m²|m2|m3|kmh|mph|ft|m|米)$/;

/** The folded name and, where it ends in a unit, the name without it. */
export function nameForms(column: string): string[] {
  const name = folded(column);
  const bare = name.replace(UNIT_AT_END, '');
  return bare === name || bare === '' ? [name] : [name, bare];
}
