import type { Layer, LayerColumn } from './layers';

/** A QGIS symbol: the class of its one layer and that layer's properties, in QGIS's own words. */
export interface QgisSymbol {
  readonly kind: 'marker' | 'line' | 'fill';
  readonly properties: Readonly<Record<string, string>>;
}

/** One symbol for all, or one for each code of a field; the code '' stands for all the rest. */
export type Renderer =
  | { readonly symbol: QgisSymbol }
  | { readonly by: string; readonly symbols: Readonly<Record<string, QgisSymbol>> };

const CLASSES = { marker: 'SimpleMarker', line: 'SimpleLine', fill: 'SimpleFill' } as const;

/** The style of a layer as QGIS keeps it: symbols, names of the columns, code lists as choices in the form. */
export function qml(layer: Layer, renderer: Renderer): string {
  return [
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>",
    '<qgis version="3.22.0" styleCategories="Symbology|Fields|Forms">',
    rendererXml(layer, renderer),
    `<fieldConfiguration>${layer.columns.map(widgetXml).join('')}</fieldConfiguration>`,
    `<aliases>${layer.columns.map(aliasXml).join('')}</aliases>`,
    '</qgis>',
  ].join('\n');
}

function rendererXml(layer: Layer, renderer: Renderer): string {
  if ('symbol' in renderer)
    return `<renderer-v2 type="singleSymbol"><symbols>${symbolXml('0', renderer.symbol)}</symbols></renderer-v2>`;
  const column = layer.columns.find(({ field }) => field.name === renderer.by)!;
  const codes = Object.keys(renderer.symbols);
  const categories = codes.map((code, k) => {
    const label = column.choices.find((choice) => choice.code === code)?.labelZh ?? '其他';
    return `<category symbol="${k}" value="${escaped(code)}" label="${escaped(label)}" render="true" type="string"/>`;
  });
  const symbols = codes.map((code, k) => symbolXml(String(k), renderer.symbols[code]!));
  return (
    `<renderer-v2 type="categorizedSymbol" attr="${renderer.by}">` +
    `<categories>${categories.join('')}</categories><symbols>${symbols.join('')}</symbols></renderer-v2>`
  );
}

function symbolXml(name: string, { kind, properties }: QgisSymbol): string {
  const props = Object.entries(properties).map(([key, value]) => `<prop k="${key}" v="${escaped(value)}"/>`);
  return (
    `<symbol name="${name}" type="${kind}" alpha="1" clip_to_extent="1">` +
    `<layer class="${CLASSES[kind]}" enabled="1" locked="0" pass="0">${props.join('')}</layer></symbol>`
  );
}

function widgetXml({ field, choices }: LayerColumn): string {
  if (choices.length === 0) return '';
  const entries = choices.map(
    ({ code, labelZh }) =>
      `<Option type="Map"><Option type="QString" name="${escaped(labelZh)}" value="${escaped(code)}"/></Option>`,
  );
  return (
    `<field name="${field.name}"><editWidget type="ValueMap"><config><Option type="Map">` +
    `<Option type="List" name="map">${entries.join('')}</Option></Option></config></editWidget></field>`
  );
}

function aliasXml({ field, titleZh }: LayerColumn): string {
  return `<alias field="${field.name}" name="${escaped(titleZh)}"/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
