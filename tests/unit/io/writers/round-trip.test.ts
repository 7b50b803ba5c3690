import { describe, expect, it } from 'vitest';
import { outputSystem, WGS84_OUTPUT } from '../../../../src/io/writers/output-system';
import { WRITERS } from '../../../../src/io/writers/registry';
import { CODE_WORDS, namedWords } from '../../../../src/io/writers/words';
import { ALWAYS_CODES, ALWAYS_WGS84, type Writer } from '../../../../src/io/writers/writer';
import { modelWord } from '../../../../src/text/speak';
import { generatedLayers } from '../../../support/generated-records';
import { readBack } from '../../../support/read-back';
import { differences } from '../../../support/round-trip';

const LAYERS = generatedLayers(11, 210, { longTexts: true });
const WORDS = {
  codes: CODE_WORDS,
  Chinese: namedWords((path) => modelWord(path, 'zh-CN')),
  English: namedWords((path) => modelWord(path, 'en')),
};
const ONE_BY_ONE = WRITERS.filter(({ manyTypes }) => !manyTypes);
const TOGETHER = WRITERS.filter(({ manyTypes }) => manyTypes);
const named = (writers: readonly Writer[]) =>
  writers.flatMap((writer) =>
    (['codes', 'Chinese', 'English'] as const)
      .filter((words) => words === 'codes' || !ALWAYS_CODES.includes(writer.id))
      .map((words) => [writer.format, words, writer] as const),
  );

describe('records of every type, written and read again with every choice as proposed', () => {
  it.each(named(TOGETHER))('%s with %s gives back every field of all types in one file', async (_, words, writer) => {
    const { bytes } = await writer.write(LAYERS, { words: WORDS[words], system: WGS84_OUTPUT });
    const back = await readBack(`export.${writer.ending}`, bytes);
    expect(back.map(({ type }) => type)).toEqual(LAYERS.map(({ type }) => type));
    for (const [k, layer] of LAYERS.entries()) {
      expect(back[k]!.rejections, layer.type).toEqual([]);
      expect(differences(writer.id, layer, back[k]!.records), layer.type).toEqual([]);
    }
  });

  it.each(named(ONE_BY_ONE))('%s with %s gives back every field of a file for each type', async (_, words, writer) => {
    for (const layer of LAYERS) {
      const { bytes } = await writer.write([layer], { words: WORDS[words], system: WGS84_OUTPUT });
      // The app names the file after the plan and the type.
      const [back] = await readBack(`plan-${WORDS[words].type(layer.type)}.${writer.ending}`, bytes);
      expect(back!.type).toBe(layer.type);
      expect(back!.rejections, layer.type).toEqual([]);
      expect(differences(writer.id, layer, back!.records), layer.type).toEqual([]);
    }
  });

  it.each(['GCJ02', 'BD09', 'EPSG:4548', 'EPSG:32650', 'EPSG:2437'])(
    'says that it is in %s, and comes back to a millimetre',
    async (crs) => {
      const system = await outputSystem(crs);
      if (!system.ok) throw new Error(crs);
      const some = LAYERS.filter(({ type }) => ['hydrant', 'roadSegment', 'subdistrict'].includes(type));
      for (const writer of WRITERS.filter(({ id }) => !ALWAYS_WGS84.includes(id))) {
        for (const layer of some) {
          const { bytes } = await writer.write([layer], { words: WORDS.Chinese, system: system.value });
          const [back] = await readBack(`plan-${WORDS.Chinese.type(layer.type)}.${writer.ending}`, bytes);
          expect(differences(writer.id, layer, back!.records, 1e-8), `${writer.format} ${layer.type}`).toEqual([]);
        }
      }
    },
  );
});
