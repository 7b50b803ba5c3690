import chinese from '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2?url';
import latin from '@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff2?url';
import type { StyleSpecification } from 'maplibre-gl';

/** The fonts shipped with the product, so that labels are never blank on a machine without a Chinese font. */
export function fontFaces(): NonNullable<StyleSpecification['font-faces']> {
  const here = (url: string): string => new URL(url, document.baseURI).href;
  return {
    'sans-serif': [
      { url: here(latin), 'unicode-range': ['U+0000-02FF', 'U+2000-206F', 'U+20AC', 'U+2122'] },
      { url: here(chinese), 'unicode-range': ['U+2E80-9FFF', 'U+F900-FAFF', 'U+FF00-FFEF', 'U+3000-303F'] },
    ],
  };
}
